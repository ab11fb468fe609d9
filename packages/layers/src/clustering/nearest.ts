import type { Tensor } from "@rushlight/tensor";

/** The squared distance of a row of one matrix to a row of another, by differences. */
export function squaredDistance(x: Tensor, n: number, centres: Tensor, j: number): number {
  const xs = x.storage().data;
  const cs = centres.storage().data;
  const [xStep, cStep] = [x.stride(1), centres.stride(1)];
  let ix = x.storageOffset() + n * x.stride(0);
  let ic = centres.storageOffset() + j * centres.stride(0);
  let sum = 0;
  for (let d = 0; d < x.size(1); d++, ix += xStep, ic += cStep) sum += (xs[ix] - cs[ic]) ** 2;
  return sum;
}

/**
 * nearest[n] ← the row of `centres` nearest to row n of x, the first of equals.
 *
 * @param nearest contiguous
 * @returns the sum of the squared distances
 */
export function nearestInto(x: Tensor, centres: Tensor, nearest: Tensor<"int32">): number {
  const [samples, dims] = x.size();
  const count = centres.size(0);
  const [xs, xStart, [xRow, xColumn]] = [x.storage().data, x.storageOffset(), x.stride()];
  const [cs, cStart, [cRow, cColumn]] = [centres.storage().data, centres.storageOffset(), centres.stride()];
  const result = nearest.storage().data;
  let total = 0;
  for (let n = 0; n < samples; n++) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < count; j++) {
      let ix = xStart + n * xRow;
      let ic = cStart + j * cRow;
      let sum = 0;
      for (let d = 0; d < dims; d++, ix += xColumn, ic += cColumn) {
        const difference = xs[ix] - cs[ic];
        sum += difference * difference;
      }
      if (sum >= least) continue;
      least = sum;
      best = j;
    }
    result[nearest.storageOffset() + n] = best;
    total += least;
  }
  return total;
}
