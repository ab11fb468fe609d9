import { ArgumentError, shown } from "@rushlight/tensor";
import { checkHistogram } from "../histogram/checkHistogram.ts";
import type { Histogram } from "../histogram/HistogramGridOptions.ts";
import { shortNumber } from "../series/describeCurve.ts";
import type { TextOptions } from "./TextOptions.ts";
import { textStyle } from "./TextStyle.ts";

/** Options of {@link histogramText}. */
export interface HistogramTextOptions extends TextOptions {
  /** Whether its ends stand before and after it; default true. */
  ends?: boolean;
}

const BLOCKS = "▁▂▃▄▅▆▇█";
const ASCII = ".:-=+*#@";

/**
 * A histogram as one line of text: a character for each bin, the higher the fuller, a space for none. With more bins than
 * columns, neighbours are added up.
 *
 * @param options `columns` may be as small as 8, so that it fits into a table
 * @throws ArgumentError for a histogram or options that make no sense
 * @example
 * ```ts
 * import { histogramText } from "@rushlight/plot";
 *
 * console.log(histogramText({ from: -0.06, to: 0.06, counts: [1, 3, 8, 20, 19, 9, 0, 2] })); // -0.06 ▁▂▄██▄ ▁ 0.06
 * ```
 */
export function histogramText(histogram: Histogram, options: HistogramTextOptions = {}): string {
  const { ends = true, ...text } = options;
  const { columns, unicode } = textStyle("histogramText", text, 8);
  if (typeof ends !== "boolean")
    throw new ArgumentError(`histogramText: expected ends true or false, got ${shown(ends)}`);
  checkHistogram("histogramText", histogram);
  const [from, to] = ends ? [`${shortNumber(histogram.from)} `, ` ${shortNumber(histogram.to)}`] : ["", ""];
  const room = columns - from.length - to.length;
  if (room < 1)
    throw new ArgumentError(`histogramText: expected ${from.length + to.length + 1} columns, got ${columns}`);
  const counts = merged(Array.from(histogram.counts), room);
  const most = Math.max(...counts);
  const levels = unicode ? BLOCKS : ASCII;
  const bins = counts.map((count) =>
    count === 0 ? " " : levels[Math.max(0, Math.ceil((count / most) * levels.length) - 1)],
  );
  return `${from}${bins.join("")}${to}`;
}

/** Counts in at most so many bins. */
function merged(counts: readonly number[], limit: number): number[] {
  const width = Math.ceil(counts.length / limit);
  const bins = Array.from({ length: Math.ceil(counts.length / width) }, () => 0);
  counts.forEach((count, i) => {
    bins[Math.floor(i / width)] += count;
  });
  return bins;
}
