import type { ReduceKernel, ReduceOperation } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { takeChunks } from "../engine/staging.ts";
import { extremeKernels } from "./extremes.ts";
import { sumKernels } from "./sums.ts";

/**
 * The reductions to one number. Results differ from the plain backend's by the order of additions and multiplications
 * alone; extremes and positions are the same.
 */
export function reduceKernels(engine: Engine): Partial<Record<ReduceOperation, ReduceKernel>> {
  takeChunks(engine);
  return { ...sumKernels(engine), ...extremeKernels(engine) };
}
