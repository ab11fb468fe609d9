import type { TopLevelSpec } from "vega-lite";
import { axisNumbers } from "../axes/numberFormat.ts";
import { chartTitle } from "../chart/chartTitle.ts";
import { shortName } from "../names/shortName.ts";
import { pixels } from "../svg/pixels.ts";
import type { UnitLayer } from "../svg/VegaTypes.ts";
import { seriesStyle } from "../themes/seriesStyles.ts";
import type { Theme } from "../themes/Theme.ts";
import type { Histogram, HistogramGridOptions } from "./HistogramGridOptions.ts";
import { outlineOf } from "./outlineOf.ts";

/** Options with those that have defaults, and the titles of the columns. */
type Complete = HistogramGridOptions & { readonly columns: readonly string[]; width: number; height: number };

/** The specification of a grid of histograms. */
export function histogramSpec(options: Complete, theme: Theme): TopLevelSpec {
  const { title, subtitle = "height: share of the values in each bin", rows, columns, width, height } = options;
  return {
    title: chartTitle(title, subtitle),
    columns: columns.length,
    spacing: { row: 18, column: 28 },
    concat: rows.flatMap((row, i) =>
      columns.map((column, j) => ({
        width,
        height,
        layer: [
          ...cellLayers(row.columns[column], height, seriesStyle(theme, j).colour, theme),
          ...(i === 0
            ? [textLayer(shortName(column), { x: width / 2, y: -14, align: "center", color: theme.text, weight: 600 })]
            : []),
          ...(j === 0
            ? [textLayer(shortName(row.name), { x: -NAME_GAP, y: height / 2, align: "right", color: theme.text })]
            : []),
        ],
      })),
    ),
  };
}

/** The room between a row's name and its first histogram, for the numbers of the axis. */
const NAME_GAP = 54;

function cellLayers(histogram: Histogram | undefined, height: number, colour: string, theme: Theme): UnitLayer[] {
  const text = { x: 0, y: height / 2, align: "left", color: theme.mutedText } as const;
  if (histogram === undefined) return [textLayer("–", text)];
  const outline = outlineOf(histogram);
  if (outline === undefined) return [textLayer("no values", text)];
  const [from, to] = outline.domain;
  const scale = { domain: [from, to], nice: false, zero: false };
  const numbers = axisNumbers(Math.max(Math.abs(from), Math.abs(to)), 3);
  const axis = { tickCount: 4, ...numbers, grid: false, labelOverlap: true, labelFlush: false };
  const x = { field: "x", type: "quantitative" as const, scale, title: null, axis };
  const y = { field: "share", type: "quantitative" as const, title: null, axis: { tickCount: 2, format: ".2~%" } };
  const steps: UnitLayer = {
    data: { values: outline.steps },
    mark: { type: "area", interpolate: "step-after", fill: colour, fillOpacity: 1 },
    encoding: { x, y },
  };
  const zero: UnitLayer = {
    data: { values: [{ x: 0 }] },
    mark: { type: "rule", color: theme.text, strokeDash: [2, 2] },
    encoding: { x },
  };
  return from < 0 && to > 0 ? [steps, zero] : [steps];
}

/** Where text is, and how it looks. */
interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "center" | "right";
  readonly color: string;
  readonly weight?: 600;
}

/** A layer with one line of text. */
function textLayer(text: string, { x, y, align, color, weight }: TextLook): UnitLayer {
  const fontWeight = weight === undefined ? {} : { fontWeight: weight };
  return {
    data: { values: [{ text, x, y }] },
    mark: { type: "text", align, baseline: "middle", fontSize: 12, color, ...fontWeight },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
  };
}
