import type { Strategy } from "./strategy.ts";

/**
 * C ← (1 − rate − c_μ)·C + c_1·p·pᵀ + c_μ/σ²·Σ w_k·d_k·d_kᵀ, which stays symmetric.
 *
 * @param path p
 * @param deviations the coordinates of the best candidates, less those of the mean that they were drawn around: those of the
 *   first coordinate, then those of the second, and so on
 * @param rate c_1, or what of it is taken off C while the path waits
 */
export function updateCovariance(
  covariance: Float64Array,
  path: Float64Array,
  deviations: Float64Array,
  sigma: number,
  { weights, pathRate, candidatesRate }: Strategy,
  rate: number,
): void {
  const n = path.length;
  const count = weights.length;
  const variance = sigma * sigma;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let product = 0;
      for (let k = 0, a = i * count, b = j * count; k < count; k++, a++, b++) {
        product += weights[k] * deviations[a] * deviations[b];
      }
      const old = covariance[i * n + j];
      const change =
        (-rate - candidatesRate) * old + pathRate * path[i] * path[j] + (candidatesRate * product) / variance;
      covariance[i * n + j] = old + change;
      covariance[j * n + i] = covariance[i * n + j];
    }
  }
}
