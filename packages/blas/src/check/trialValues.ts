import type { FloatArray } from "@rushlight/tensor";

const special = [Number.NaN, Infinity, -Infinity];

/**
 * Repeatable integers between −3 and 3, whose products and sums are exact in any order; with special values among them when
 * asked for.
 */
export function trialValues(wide: boolean, length: number, seed: number, withSpecial: boolean): FloatArray {
  const values = wide ? new Float64Array(length) : new Float32Array(length);
  let state = Math.imul(seed, 2_654_435_761);
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    values[i] = ((state >>> 16) % 7) - 3;
    if (withSpecial && (state >>> 8) % 9 === 0) values[i] = special[(state >>> 20) % special.length];
  }
  return values;
}
