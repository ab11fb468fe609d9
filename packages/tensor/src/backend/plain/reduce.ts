import type { ReduceKernel, ReduceOperation } from "../Backend.ts";

/** The plain reductions, accumulated in double precision. Sums of dense runs have loops of their own, as in `zip.ts`. */
export const plainReduce: Readonly<Record<ReduceOperation, ReduceKernel>> = {
  sum(count, x, ix, xStride) {
    let total = 0;
    if (xStride === 1) {
      const end = ix + count;
      if (x instanceof Float32Array) for (let i = ix; i < end; i++) total += x[i];
      else for (let i = ix; i < end; i++) total += x[i];
      return total;
    }
    for (let i = 0; i < count; i++, ix += xStride) total += x[ix];
    return total;
  },
  product(count, x, ix, xStride) {
    let total = 1;
    for (let i = 0; i < count; i++, ix += xStride) total *= x[ix];
    return total;
  },
  max(count, x, ix, xStride) {
    let largest = x[ix];
    for (let i = 0; i < count; i++, ix += xStride) {
      if (!(x[ix] <= largest)) largest = x[ix];
      if (Number.isNaN(largest)) return largest;
    }
    return largest;
  },
  min(count, x, ix, xStride) {
    let smallest = x[ix];
    for (let i = 0; i < count; i++, ix += xStride) {
      if (!(x[ix] >= smallest)) smallest = x[ix];
      if (Number.isNaN(smallest)) return smallest;
    }
    return smallest;
  },
  argMax(count, x, ix, xStride) {
    let largest = x[ix];
    let position = 0;
    for (let i = 0; i < count; i++, ix += xStride) {
      if (!(x[ix] <= largest)) {
        largest = x[ix];
        position = i;
        if (Number.isNaN(largest)) break;
      }
    }
    return position;
  },
  argMin(count, x, ix, xStride) {
    let smallest = x[ix];
    let position = 0;
    for (let i = 0; i < count; i++, ix += xStride) {
      if (!(x[ix] >= smallest)) {
        smallest = x[ix];
        position = i;
        if (Number.isNaN(smallest)) break;
      }
    }
    return position;
  },
  sumOfPowers(count, x, ix, xStride, a) {
    let total = 0;
    if (a === 2) for (let i = 0; i < count; i++, ix += xStride) total += x[ix] * x[ix];
    else if (a === 1) for (let i = 0; i < count; i++, ix += xStride) total += Math.abs(x[ix]);
    else if (a === 0) for (let i = 0; i < count; i++, ix += xStride) total += x[ix] === 0 ? 0 : 1;
    else for (let i = 0; i < count; i++, ix += xStride) total += Math.abs(x[ix]) ** a;
    return total;
  },
  sumOfSquaredDifferences(count, x, ix, xStride, a) {
    let total = 0;
    for (let i = 0; i < count; i++, ix += xStride) total += (x[ix] - a) * (x[ix] - a);
    return total;
  },
};
