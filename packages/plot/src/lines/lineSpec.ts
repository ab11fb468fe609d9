import { domainOf } from "../axes/domainOf.ts";
import { encodeAxis } from "../axes/encodeAxis.ts";
import { fitsAxis } from "../axes/fitsAxis.ts";
import { isCut } from "../axes/isCut.ts";
import { chartTitle } from "../chart/chartTitle.ts";
import { bandLayers, type CurveSpace, curveLayers } from "../series/curveLayers.ts";
import { curveXs, curveYs } from "../series/curveValues.ts";
import { leftOut } from "../series/leftOut.ts";
import { legendEntry } from "../series/legendEntry.ts";
import { legendLayer } from "../series/legendLayer.ts";
import type { LayeredSpec } from "../svg/VegaTypes.ts";
import { seriesStyle } from "../themes/seriesStyles.ts";
import type { Theme } from "../themes/Theme.ts";
import type { LineChartOptions } from "./LineChartOptions.ts";

/** The specification of a chart of lines. */
export function lineSpec(options: LineChartOptions & { width: number; height: number }, theme: Theme): LayeredSpec {
  const { title, subtitle, x, y, series, width, height } = options;
  const drawable = (px: number, py: number): boolean => fitsAxis(x, px) && fitsAxis(y, py);
  const space: CurveSpace = { drawable, clip: isCut(x) || isCut(y), background: theme.background };
  const points = series.flatMap((one) => one.points);
  const missing = points.reduce((count, point) => count + (drawable(point.x, point.y) ? 0 : 1), 0);
  const styled = series.map((one, i) => ({ one, style: seriesStyle(theme, i) }));
  const whole = points.every((point) => Number.isInteger(point.x));
  return {
    title: chartTitle(title, subtitle, leftOut(missing, [x, y])),
    width,
    height,
    data: { values: [] },
    encoding: {
      x: encodeAxis("x", x, domainOf(x, curveXs(series)), { grid: false, nice: false, whole }),
      y: encodeAxis("y", y, domainOf(y, curveYs(series)), { grid: true, nice: true, ticks: Math.max(2, height / 50) }),
    },
    layer: [
      ...styled.flatMap(({ one, style }) => bandLayers(one, style, space)),
      // The first is drawn last: it is the one that the chart is about.
      ...styled.toReversed().flatMap(({ one, style }) => curveLayers(one, style, space)),
      ...legendLayer(
        styled.map(({ one, style }) => legendEntry(one, style)),
        width,
      ),
    ],
  };
}
