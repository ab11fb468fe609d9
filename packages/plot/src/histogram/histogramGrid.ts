import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import type { Chart } from "../chart/Chart.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { checkExtents } from "../checks/checkExtents.ts";
import { checkList } from "../checks/checkList.ts";
import { checkNames, checkTitles } from "../checks/checkTitles.ts";
import { checkHistogram } from "./checkHistogram.ts";
import type { HistogramGridOptions, HistogramRow } from "./HistogramGridOptions.ts";
import { histogramSpec } from "./histogramSpec.ts";

const NAMES = ["title", "subtitle", "rows", "width", "height"];

/**
 * Histograms in rows and columns, such as those of weights, outputs and gradients for each layer of a network. Each has axes of its
 * own: where gradients vanish, the numbers below the histograms say it. A line marks 0.
 *
 * @throws ArgumentError for options that do not exist or make no sense, naming row and column
 * @example
 * ```ts
 * import { histogramGrid } from "@rushlight/plot";
 *
 * const chart = histogramGrid({
 *   title: "One batch",
 *   rows: [
 *     { name: "Linear(784 -> 10)", columns: { weight: { from: -0.1, to: 0.1, counts: [3, 9, 11, 2] } } },
 *     { name: "LogSoftMax", columns: { output: { from: -6, to: 0, counts: [1, 4, 2] } } },
 *   ],
 * });
 * console.log(chart.description);
 * // Histograms of weight and output. Linear(784 -> 10): weight from -0.1 to 0.1. LogSoftMax: output from -6 to 0.
 * ```
 */
export function histogramGrid(options: HistogramGridOptions): Chart {
  checkOptions("histogramGrid", options, NAMES);
  checkTitles("histogramGrid", options);
  const { title, rows, width = 170, height = 64 } = options;
  checkList("histogramGrid: rows", rows, 1);
  for (const [i, row] of rows.entries()) checkRow(`histogramGrid: row ${i}`, row);
  checkNames(
    "histogramGrid: row",
    rows.map(({ name }) => name),
  );
  checkExtents("histogramGrid", options);
  const columns = columnsOf(rows);
  if (columns.length === 0) throw new ArgumentError("histogramGrid: expected a histogram, got rows without any");
  return vegaChart({ title, description: describe(rows, columns) }, (theme) => {
    return histogramSpec({ ...options, columns, width, height }, theme);
  });
}

function checkRow(owner: string, row: HistogramRow): void {
  checkOptions(owner, row, ["name", "columns"]);
  if (typeof row.columns !== "object" || row.columns === null) {
    throw new ArgumentError(`${owner}: expected columns, got ${shown(row.columns)}`);
  }
  for (const [title, histogram] of Object.entries(row.columns)) {
    if (histogram !== undefined) checkHistogram(`${owner} (${shown(row.name)}), ${title}`, histogram);
  }
}

/** The titles of all columns, in the order in which rows name them. */
function columnsOf(rows: readonly HistogramRow[]): string[] {
  const named = rows.flatMap(({ columns }) => Object.keys(columns).filter((title) => columns[title] !== undefined));
  return [...new Set(named)];
}

function describe(rows: readonly HistogramRow[], columns: readonly string[]): string {
  const list = columns.length < 2 ? columns.join("") : `${columns.slice(0, -1).join(", ")} and ${columns.at(-1)}`;
  const lines = rows.map(({ name, columns: histograms }) => {
    const ranges = columns.flatMap((title) => {
      const histogram = histograms[title];
      return histogram === undefined ? [] : [`${title} from ${short(histogram.from)} to ${short(histogram.to)}`];
    });
    return `${name}: ${ranges.join(", ") || "none"}.`;
  });
  return [`Histograms of ${list}.`, ...lines].join(" ");
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}
