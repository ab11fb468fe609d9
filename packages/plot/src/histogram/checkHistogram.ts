import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import type { Histogram } from "./HistogramGridOptions.ts";

/**
 * Checks a histogram.
 *
 * @param owner what messages call it
 * @throws ArgumentError for ends that are not finite or the wrong way round, no bins, and counts that are negative or not finite
 */
export function checkHistogram(owner: string, histogram: Histogram): void {
  checkOptions(owner, histogram, ["from", "to", "counts"]);
  const { from, to, counts } = histogram;
  if (!(Number.isFinite(from) && Number.isFinite(to) && from <= to)) {
    throw new ArgumentError(`${owner}: expected finite ends, from not above to, got ${shown(from)} and ${shown(to)}`);
  }
  if (typeof counts !== "object" || counts === null || !(counts.length > 0)) {
    throw new ArgumentError(`${owner}: expected counts, one at least, got ${shown(counts)}`);
  }
  for (let i = 0; i < counts.length; i++) {
    if (!(Number.isFinite(counts[i]) && counts[i] >= 0)) {
      throw new ArgumentError(`${owner}: expected counts of 0 or more, got ${shown(counts[i])} in bin ${i}`);
    }
  }
}
