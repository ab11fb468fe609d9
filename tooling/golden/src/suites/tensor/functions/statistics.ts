import { bhistc, histc } from "@rushlight/tensor";
import type { TensorFunction } from "./TensorFunction.ts";

/** Histograms and the like. */
export const statisticsFunctions: Readonly<Record<string, TensorFunction>> = {
  bhistc: (a) => bhistc(a.tensor(0), a.optionalNumber(1), a.optionalNumber(2), a.optionalNumber(3)),
  histc: (a) => histc(a.tensor(0), a.optionalNumber(1), a.optionalNumber(2), a.optionalNumber(3)),
};
