import { domainOf } from "../axes/domainOf.ts";
import { encodeAxis } from "../axes/encodeAxis.ts";
import { fitsAxis } from "../axes/fitsAxis.ts";
import { isCut } from "../axes/isCut.ts";
import { chartTitle } from "../chart/chartTitle.ts";
import { bandLayers, type CurveSpace, curveLayers, pointLayer } from "../series/curveLayers.ts";
import { curveXs, curveYs } from "../series/curveValues.ts";
import { leftOut } from "../series/leftOut.ts";
import { legendEntry } from "../series/legendEntry.ts";
import { legendLayer } from "../series/legendLayer.ts";
import { thinned } from "../series/thinned.ts";
import type { LayeredSpec } from "../svg/VegaTypes.ts";
import { seriesStyle } from "../themes/seriesStyles.ts";
import type { Theme } from "../themes/Theme.ts";
import { DIAGONAL_DASH, type Diagonal, diagonalLayer } from "./diagonalLayer.ts";
import type { ScatterChartOptions } from "./ScatterChartOptions.ts";

/** Options with those that have defaults. */
type Complete = ScatterChartOptions & Required<Pick<ScatterChartOptions, "curves" | "diagonal" | "width" | "height">>;

/** The specification of a chart of points. */
export function scatterSpec(options: Complete, theme: Theme): LayeredSpec {
  const { title, subtitle, x, y, points, curves, diagonal, width, height } = options;
  const drawable = (px: number, py: number): boolean => fitsAxis(x, px) && fitsAxis(y, py);
  const { background } = theme;
  const space: CurveSpace = { drawable, clip: isCut(x) || isCut(y), background };
  const groups = points.map((group, i) => {
    const there = group.points.filter((point) => drawable(point.x, point.y));
    return { name: group.name, there, missing: group.points.length - there.length, ...seriesStyle(theme, i) };
  });
  // Curves have the colours that points leave, and dashes of their own order: the first is solid.
  const lines = curves.map((series, i) => {
    const style = { ...seriesStyle(theme, points.length + i), dash: seriesStyle(theme, i).dash };
    return { series, style };
  });
  const missing = groups.reduce((count, group) => count + group.missing, 0);
  const everything = [...points, ...curves];
  const [xs, ys] = [[...curveXs(everything)], [...curveYs(everything)]];
  const xDomain = domainOf(x, diagonal ? [...xs, ...ys] : xs);
  const yDomain = domainOf(y, diagonal ? [...xs, ...ys] : ys);
  const line: Diagonal = {
    colour: theme.text,
    ends: [Math.max(xDomain[0], yDomain[0]), Math.min(xDomain[1], yDomain[1])],
  };
  // Axes that are to go equally far are rounded alike.
  const [columns, rows] = diagonal
    ? [Math.min(width, height) / 60, Math.min(width, height) / 60]
    : [width / 70, height / 50];
  const size = groups.reduce((count, { there }) => count + there.length, 0) > 300 ? 16 : 36;
  return {
    title: chartTitle(title, subtitle, leftOut(missing, [x, y])),
    width,
    height,
    data: { values: [] },
    encoding: {
      x: encodeAxis("x", x, xDomain, { grid: true, nice: true, ticks: columns }),
      y: encodeAxis("y", y, yDomain, { grid: true, nice: true, ticks: rows }),
    },
    layer: [
      ...groups.map(({ there, colour, shape }) =>
        pointLayer(thinned(there), { colour, shape, size, clip: space.clip, background }),
      ),
      ...lines.flatMap(({ series, style }) => bandLayers(series, style, space)),
      ...lines.flatMap(({ series, style }) => curveLayers(series, style, space)),
      ...(diagonal ? diagonalLayer(line) : []),
      ...legendLayer(
        [
          ...groups.map(({ name, colour, shape }) => ({ name, colour, shape })),
          ...lines.map(({ series, style }) => legendEntry(series, style)),
          ...(diagonal ? [{ name: "y = x", colour: line.colour, dash: DIAGONAL_DASH }] : []),
        ],
        width,
      ),
    ],
  };
}
