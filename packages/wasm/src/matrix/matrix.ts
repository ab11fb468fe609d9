import type { MatrixKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { dotKernel } from "./dot.ts";
import { gemmKernel } from "./gemm.ts";
import { gemvKernel } from "./gemv.ts";
import { gerKernel } from "./ger.ts";
import { PACKS, PACKS_BYTES } from "./slots.ts";

/**
 * The matrix products in WebAssembly.
 *
 * Sums of `gemm` and `gemv` are accumulated in the precision of their operands, in blocks of 256 terms; those of `dot`
 * in double precision. The order of summation depends on sizes and transposes alone: not on where operands lie.
 */
export function matrixKernels(engine: Engine): MatrixKernels {
  engine.scratch(PACKS, PACKS_BYTES);
  const gemv = gemvKernel(engine);
  return { gemm: gemmKernel(engine, gemv), gemv, ger: gerKernel(engine), dot: dotKernel(engine) };
}
