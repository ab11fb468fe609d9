import { numberOrTensor } from "./numberOrTensor.ts";
import type { TensorMethod } from "./TensorMethod.ts";

/** Comparisons. */
export const comparisonMethods: Readonly<Record<string, TensorMethod>> = {
  lt: (x, a) => x.lt(numberOrTensor(a)),
  le: (x, a) => x.le(numberOrTensor(a)),
  gt: (x, a) => x.gt(numberOrTensor(a)),
  ge: (x, a) => x.ge(numberOrTensor(a)),
  eq: (x, a) => x.eq(numberOrTensor(a)),
  ne: (x, a) => x.ne(numberOrTensor(a)),
};
