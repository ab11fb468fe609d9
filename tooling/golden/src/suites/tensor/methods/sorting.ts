import type { TensorMethod } from "./TensorMethod.ts";
import { withIndices } from "./withIndices.ts";

/** Sorting and order statistics. */
export const sortingMethods: Readonly<Record<string, TensorMethod>> = {
  kthvalue: (x, a) => withIndices(x.kthvalue(a.index(0), a.optionalDimension(1))),
  median: (x, a) => withIndices(x.median(a.optionalDimension(0))),
  mode: (x, a) => withIndices(x.mode(a.optionalDimension(0))),
  sort: (x, a) => withIndices(x.sort(a.optionalDimension(0), { descending: a.optionalBoolean(1) === true })),
  topk: (x, a) => {
    const options = { largest: a.optionalBoolean(2) === true, sorted: a.optionalBoolean(3) === true };
    return withIndices(x.topk(a.optionalNumber(0), a.optionalDimension(1), options));
  },
};
