import type { UnitLayer } from "../svg/VegaTypes.ts";
import { dashOf, type SeriesStyle } from "../themes/seriesStyles.ts";
import { decimated, LINE_LIMIT } from "./decimated.ts";
import { decimatedBand } from "./decimatedBand.ts";
import { evenly } from "./evenly.ts";
import type { LineSeries } from "./LineSeries.ts";
import type { Point } from "./Point.ts";
import { runsOf } from "./runsOf.ts";

/** What can be drawn of a point, and whether what leaves the axes is cut off. */
export interface CurveSpace {
  readonly drawable: (x: number, y: number) => boolean;
  readonly clip: boolean;
  /** What is behind the chart. */
  readonly background: string;
}

/** Position of a field on an axis that the chart has encoded once for all layers. */
const X = { field: "x", type: "quantitative" } as const;
const Y = { field: "y", type: "quantitative" } as const;

/** Vega-Lite joins points from left to right unless it is told in which order they come. */
const ORDER = { field: "place", type: "quantitative" } as const;

/** The most stretches of a line between gaps that are drawn. */
const RUN_LIMIT = 1000;

/** The layers of a band: a faint area with edges in the full colour. */
export function bandLayers(series: LineSeries, { colour }: SeriesStyle, { drawable, clip }: CurveSpace): UnitLayer[] {
  const runs = evenly(
    runsOf(series.band ?? [], ({ x, low, high }) => drawable(x, low) && drawable(x, high)),
    RUN_LIMIT,
  );
  if (runs.length === 0) return [];
  const values = runs.flatMap((run, i) =>
    decimatedBand(run).map(({ x, low, high }, j) => ({ x, y: low, high, run: i, place: j })),
  );
  // An area is drawn from left to right, whatever the order of its points.
  const area = { x: X, y: Y, y2: { field: "high" }, detail: { field: "run" } } as const;
  const edge = (field: string): UnitLayer => ({
    data: { values },
    mark: { type: "line", clip, stroke: colour, strokeWidth: 1 },
    encoding: { x: X, y: { ...Y, field }, detail: { field: "run" }, order: ORDER },
  });
  const fill = { type: "area", clip, fill: colour, fillOpacity: 0.16 } as const;
  return [{ data: { values }, mark: fill, encoding: area }, edge("y"), edge("high")];
}

/** The layers of a series: its line with gaps, and its points. A point without neighbours is drawn in any case. */
export function curveLayers(series: LineSeries, style: SeriesStyle, space: CurveSpace): UnitLayer[] {
  const { drawable, clip, background } = space;
  const { points, marks = "line", dashed } = series;
  const { colour, shape } = style;
  const runs = evenly(
    runsOf(points, ({ x, y }) => drawable(x, y)),
    RUN_LIMIT,
  );
  const drawn = runs.map((run) => decimated(run, Math.ceil((LINE_LIMIT * run.length) / points.length)));
  const layers: UnitLayer[] = [];
  if (marks !== "points") {
    const values = drawn.flatMap((run, i) => run.map(({ x, y }, j) => ({ x, y, run: i, place: j })));
    const strokeDash = [...dashOf(style, dashed)];
    layers.push({
      data: { values },
      mark: { type: "line", clip, stroke: colour, strokeWidth: 2, strokeDash, strokeJoin: "round" },
      encoding: { x: X, y: Y, detail: { field: "run" }, order: ORDER },
    });
  }
  const dots = drawn.filter((run) => marks !== "line" || run.length === 1).flat();
  if (dots.length > 0) layers.push(pointLayer(dots, { colour, shape, size: 45, clip, background }));
  return layers;
}

/** What points look like. */
export interface PointLook {
  readonly colour: string;
  readonly shape: SeriesStyle["shape"];
  readonly size: number;
  readonly clip: boolean;
  /** The colour of a thin edge, which keeps points apart that lie on each other. */
  readonly background: string;
}

/** A layer of points. */
export function pointLayer(points: readonly Point[], { colour, shape, size, clip, background }: PointLook): UnitLayer {
  return {
    data: { values: points.map(({ x, y }) => ({ x, y })) },
    mark: {
      type: "point",
      clip,
      filled: true,
      fill: colour,
      stroke: background,
      strokeWidth: 0.75,
      shape,
      size,
      opacity: 1,
    },
    encoding: { x: X, y: Y },
  };
}
