import { linspace, logspace, ones, range, zeros } from "@rushlight/tensor";
import type { TensorFunction } from "./TensorFunction.ts";

/** New tensors. */
export const creationFunctions: Readonly<Record<string, TensorFunction>> = {
  linspace: (a) => linspace(a.number(0), a.number(1), a.optionalNumber(2)),
  logspace: (a) => logspace(a.number(0), a.number(1), a.optionalNumber(2)),
  ones: (a) => ones(a.sizes(0)),
  range: (a) => range(a.number(0), a.number(1), a.optionalNumber(2)),
  zeros: (a) => zeros(a.sizes(0)),
};
