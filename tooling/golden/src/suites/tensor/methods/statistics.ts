import type { VarianceOptions } from "@rushlight/tensor";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";
import type { TensorMethod } from "./TensorMethod.ts";

/** Variances, norms, distances, cumulative sums and histograms. */
export const statisticsMethods: Readonly<Record<string, TensorMethod>> = {
  bhistc: (x, a) => x.bhistc(a.optionalNumber(0), a.optionalNumber(1), a.optionalNumber(2)),
  cumprod: (x, a) => x.cumprod(a.optionalDimension(0)),
  cumsum: (x, a) => x.cumsum(a.optionalDimension(0)),
  dist: (x, a) => x.dist(a.tensor(0), a.optionalNumber(1)),
  histc: (x, a) => x.histc(a.optionalNumber(0), a.optionalNumber(1), a.optionalNumber(2)),
  norm: (x, a) => (a.has(1) ? x.norm(a.number(0), a.dimension(1)) : x.norm(a.optionalNumber(0))),
  renorm: (x, a) => x.renorm(a.number(0), a.dimension(1), a.number(2)),
  std: (x, a) => (a.has(0) ? x.std(a.dimension(0), biased(a)) : x.std()),
  var: (x, a) => (a.has(0) ? x.var(a.dimension(0), biased(a)) : x.var()),
};

/** Torch7's flag says that the variance is to be divided by n. */
function biased(a: LuaArguments): VarianceOptions {
  return { unbiased: a.optionalBoolean(1) !== true };
}
