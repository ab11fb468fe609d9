import type { Backend, MatrixKernels, ZipKernel } from "@rushlight/tensor";
import type { Trust } from "../check/Trust.ts";
import { addKernel } from "../elementwise/add.ts";
import type { BlasPrecisions } from "../library/BlasFunctions.ts";
import { dotKernel } from "../matrix/dot.ts";
import { gemmKernel } from "../matrix/gemm.ts";
import { gemvKernel } from "../matrix/gemv.ts";
import { gerKernel } from "../matrix/ger.ts";
import type { Thresholds } from "../matrix/Thresholds.ts";
import type { Pointers } from "../native/Pointers.ts";

/** What a BLAS computes of a backend. */
export interface BlasKernels extends MatrixKernels {
  /** `zip.add` */
  readonly add: ZipKernel;
}

/** The kernels of a BLAS, over those of a backend that take what it does not take or is not trusted with. */
export function blasKernels(
  functions: BlasPrecisions,
  pointers: Pointers,
  thresholds: Thresholds,
  { operations, doubles }: Trust,
  below: Backend,
): BlasKernels {
  const { matrix, zip } = below;
  const { gemm, gemv, ger, dot, axpy } = thresholds;
  const vectors = operations.has("gemv") ? gemvKernel(functions, pointers, gemv, matrix.gemv) : matrix.gemv;
  return {
    gemm: operations.has("gemm") ? gemmKernel(functions, pointers, gemm, vectors, matrix.gemm) : matrix.gemm,
    gemv: vectors,
    ger: operations.has("ger") ? gerKernel(functions, pointers, ger, matrix.ger) : matrix.ger,
    dot: operations.has("dot") ? dotKernel(functions, pointers, dot, doubles, matrix.dot) : matrix.dot,
    add: operations.has("add") ? addKernel(functions, pointers, axpy, zip.add) : zip.add,
  };
}
