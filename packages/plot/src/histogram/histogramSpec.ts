import type { TopLevelSpec } from "vega-lite";
import { axisNumbers } from "../axes/numberFormat.ts";
import { chartTitle } from "../chart/chartTitle.ts";
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
        ...(i === 0 ? { title: { text: column, anchor: "middle" as const, fontSize: 12, offset: 8 } } : {}),
        layer: cellLayers(row.columns[column], {
          colour: seriesStyle(theme, j).colour,
          rowName: j === 0 ? row.name : undefined,
          height,
          theme,
        }),
      })),
    ),
  };
}

/** What differs between the cells besides their data. */
interface CellLook {
  readonly colour: string;
  /** What stands left of the row; undefined in all columns but the first. */
  readonly rowName: string | undefined;
  readonly height: number;
  readonly theme: Theme;
}

/** The room between a row's name and its first histogram, for the numbers of the axis. */
const NAME_GAP = 54;

function cellLayers(histogram: Histogram | undefined, { colour, rowName, height, theme }: CellLook): UnitLayer[] {
  const name =
    rowName === undefined ? [] : [textLayer(rowName, { x: -NAME_GAP, height, align: "right", color: theme.text })];
  const text = { x: 0, height, align: "left", color: theme.mutedText } as const;
  if (histogram === undefined) return [textLayer("–", text), ...name];
  const outline = outlineOf(histogram);
  if (outline === undefined) return [textLayer("no values", text), ...name];
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
  return [steps, ...(from < 0 && to > 0 ? [zero] : []), ...name];
}

/** A layer with one line of text in the middle of the height. */
function textLayer(
  text: string,
  { x, height, align, color }: { x: number; height: number; align: "left" | "right"; color: string },
): UnitLayer {
  return {
    data: { values: [{ text, x, y: height / 2 }] },
    mark: { type: "text", align, baseline: "middle", fontSize: 12, color },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
  };
}
