import type { WindowKernels } from "../../WindowKernels.ts";
import { averagePool, averagePoolGradient, averagePoolWithin, averagePoolWithinGradient } from "./averagePool.ts";
import { convolve, convolveWeightGradient } from "./convolve.ts";
import { maxPool, maxPoolGradient, maxPoolWithin } from "./maxPool.ts";
import { fold, unfold } from "./unfold.ts";

/** The plain window functions: each walks the windows in the order of the output. */
export const plainWindows: WindowKernels = {
  unfold,
  fold,
  convolve,
  convolveWeightGradient,
  maxPool,
  maxPoolGradient,
  averagePool,
  averagePoolGradient,
  maxPoolWithin,
  averagePoolWithin,
  averagePoolWithinGradient,
};
