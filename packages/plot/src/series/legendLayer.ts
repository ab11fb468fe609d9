import { interWidth } from "../svg/interWidths.ts";
import type { UnitLayer } from "../svg/VegaTypes.ts";
import type { SeriesStyle } from "../themes/seriesStyles.ts";

/** What a legend shows beside a name. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  /** The line, if there is one. */
  readonly dash?: readonly number[];
  /** The point, if there is one. */
  readonly shape?: SeriesStyle["shape"];
}

/** In units of half a point's size, as Vega scales what it is given for shapes. */
const LINE = "M-1.7,0L1.7,0";

/** Shapes as paths about the middle, so that a line can go through them. */
const OUTLINES: Readonly<Record<SeriesStyle["shape"], string>> = {
  circle: "M-0.6,0A0.6,0.6,0,1,0,0.6,0A0.6,0.6,0,1,0,-0.6,0Z",
  square: "M-0.55,-0.55H0.55V0.55H-0.55Z",
  "triangle-up": "M0,-0.65L0.65,0.5H-0.65Z",
  "triangle-down": "M0,0.65L0.65,-0.5H-0.65Z",
  diamond: "M0,-0.75L0.6,0L0,0.75L-0.6,0Z",
  cross: "M-0.65,-0.2H-0.2V-0.65H0.2V-0.2H0.65V0.2H0.2V0.65H-0.2V0.2H-0.65Z",
};

/**
 * A layer that draws nothing and has the legend of a chart above it. The layers with data have their colours as they
 * are, since a legend made of several encodings would show lines for points and points for lines.
 *
 * @param width the room above the chart, in pixels
 */
export function legendLayer(entries: readonly LegendEntry[], width: number): UnitLayer[] {
  if (entries.length < 2) return [];
  const domain = entries.map(({ name }) => name);
  const scale = <T>(range: T[]) => ({ domain, range });
  const legend = { orient: "top", title: null, ...legendLook(entries, width) } as const;
  const field = { field: "name", type: "nominal", legend } as const;
  const colours = entries.map(({ colour }) => colour);
  return [
    {
      data: { values: [] },
      mark: { type: "point", filled: true },
      encoding: {
        fill: { ...field, scale: scale(colours) },
        stroke: { ...field, scale: scale(colours) },
        shape: { ...field, scale: scale(entries.map(symbolOf)) },
        strokeDash: { ...field, scale: scale(entries.map(({ dash = [] }) => [...dash])) },
      },
    },
  ];
}

/** As many columns as the longest name leaves room for. */
function legendLook(entries: readonly LegendEntry[], width: number) {
  const longest = Math.max(...entries.map(({ name }) => interWidth(name, 12, false)));
  return {
    columns: Math.max(1, Math.min(entries.length, Math.floor(width / (longest + 48)))),
    columnPadding: 18,
    symbolSize: 160,
    symbolStrokeWidth: 2,
    symbolOpacity: 1,
    labelOffset: 8,
  };
}

function symbolOf({ dash, shape }: LegendEntry): string {
  return (dash === undefined ? "" : LINE) + (shape === undefined ? "" : OUTLINES[shape]);
}
