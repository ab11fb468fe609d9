import type { TensorMethod } from "./TensorMethod.ts";
import { withIndices } from "./withIndices.ts";

/** Reductions. */
export const reductionMethods: Readonly<Record<string, TensorMethod>> = {
  all: (x, a) => (a.has(0) ? x.all(a.dimension(0)) : x.all()),
  any: (x, a) => (a.has(0) ? x.any(a.dimension(0)) : x.any()),
  max: (x, a) => (a.has(0) ? withIndices(x.max(a.dimension(0))) : x.max()),
  mean: (x, a) => (a.has(0) ? x.mean(a.dimension(0)) : x.mean()),
  min: (x, a) => (a.has(0) ? withIndices(x.min(a.dimension(0))) : x.min()),
  prod: (x, a) => (a.has(0) ? x.prod(a.dimension(0)) : x.prod()),
  sum: (x, a) => (a.has(0) ? x.sum(a.dimension(0)) : x.sum()),
};
