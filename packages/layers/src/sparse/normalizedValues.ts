import type { Tensor } from "@rushlight/tensor";
import type { Entries } from "./Entries.ts";

/** How many columns of a weight stand before its factors: the largest magnitude, its inverse, whether met, a bias. */
export const STATISTICS = 4;

/**
 * normalized[e] ← the value of entry e, divided by the largest magnitude of its feature and limited to ±1, plus the bias of
 * the feature.
 *
 * @param entries whose values to normalise
 * @param weight `[features, 4 + outputs]`
 * @param learn whether a magnitude above the largest takes its place
 * @param normalized as long as the entries
 */
export function normalizedValues(entries: Entries, weight: Tensor, learn: boolean, normalized: Float64Array): void {
  const { features, values, length } = entries;
  const data = weight.storage().data;
  const [rowStep, columnStep] = weight.stride();
  for (let e = 0; e < length; e++) {
    const value = values[e];
    const magnitude = Math.abs(value);
    const largest = weight.storageOffset() + features[e] * rowStep;
    if (learn) {
      if (magnitude > data[largest]) {
        data[largest] = magnitude;
        data[largest + columnStep] = 1 / magnitude;
      }
      data[largest + 2 * columnStep] = 1;
    }
    const limited = magnitude > data[largest] ? Math.sign(value) : value * data[largest + columnStep];
    normalized[e] = limited + data[largest + 3 * columnStep];
  }
}
