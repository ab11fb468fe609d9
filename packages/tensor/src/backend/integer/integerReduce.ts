import type { ReduceKernel, ReduceOperation } from "../Backend.ts";
import type { IntegerArray } from "./IntegerArray.ts";

/** The reductions that integer tensors have, in double precision. */
export const integerReduce: Readonly<Partial<Record<ReduceOperation, ReduceKernel<IntegerArray>>>> = {
  sum(count, x, ix, xStride) {
    let total = 0;
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
    for (let i = 0; i < count; i++, ix += xStride) if (x[ix] > largest) largest = x[ix];
    return largest;
  },
  min(count, x, ix, xStride) {
    let smallest = x[ix];
    for (let i = 0; i < count; i++, ix += xStride) if (x[ix] < smallest) smallest = x[ix];
    return smallest;
  },
  argMax(count, x, ix, xStride) {
    let largest = x[ix];
    let position = 0;
    for (let i = 0; i < count; i++, ix += xStride) {
      if (x[ix] > largest) {
        largest = x[ix];
        position = i;
      }
    }
    return position;
  },
  argMin(count, x, ix, xStride) {
    let smallest = x[ix];
    let position = 0;
    for (let i = 0; i < count; i++, ix += xStride) {
      if (x[ix] < smallest) {
        smallest = x[ix];
        position = i;
      }
    }
    return position;
  },
};
