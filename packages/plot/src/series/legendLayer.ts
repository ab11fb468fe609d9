import { textRoom } from "../svg/interWidths.ts";
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

/** The area that Vega gives a symbol, in square pixels. */
const AREA = 160;

/** Half the side of that area, which is the unit of the shapes below. */
const UNIT = Math.sqrt(AREA) / 2;

/** The length of a line, in pixels. */
const LINE = 24;

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
      },
    },
  ];
}

/** One row if there is room for it; otherwise as many columns as the longest name leaves room for. */
function legendLook(entries: readonly LegendEntry[], width: number): object {
  const widths = entries.map(({ name }) => textRoom(name, 12, false) + 50);
  const total = widths.reduce((sum, one) => sum + one, 0);
  const columns = total <= width ? entries.length : Math.floor(width / Math.max(...widths));
  return {
    columns: Math.max(1, columns),
    columnPadding: 18,
    symbolSize: AREA,
    symbolStrokeWidth: 2,
    symbolOpacity: 1,
    labelOffset: 10,
  };
}

function symbolOf({ dash, shape }: LegendEntry): string {
  return (dash === undefined ? "" : lineOf(dash)) + (shape === undefined ? "" : OUTLINES[shape]);
}

/** A line about the middle, each stroke of its own, since dashes of a symbol would be those of its point too. */
function lineOf(dash: readonly number[]): string {
  const stroke = (from: number, to: number): string => `M${(from - LINE / 2) / UNIT},0L${(to - LINE / 2) / UNIT},0`;
  if (dash.length === 0) return stroke(0, LINE);
  let path = "";
  for (let at = 0, i = 0; at < LINE; at += dash[i % dash.length], i++) {
    if (i % 2 === 0) path += stroke(at, Math.min(LINE, at + dash[i % dash.length]));
  }
  return path;
}
