import type { MatrixKernels } from "@rushlight/tensor";
import { type BlasPrecisions, NO_TRANSPOSE, ROW_MAJOR, TRANSPOSE } from "../library/BlasFunctions.ts";
import { type Pointers, pointerTo } from "../native/Pointers.ts";
import { matrixFits, vanishes } from "./span.ts";
import type { Threshold } from "./Thresholds.ts";

/**
 * C ← alpha·op(A)·op(B) + beta·C by the BLAS where that pays. With a single row or column of C it is a product with a
 * vector.
 */
export function gemmKernel(
  { float32, float64 }: BlasPrecisions,
  pointers: Pointers,
  { resident, managed }: Threshold,
  gemv: MatrixKernels["gemv"],
  below: MatrixKernels["gemm"],
): MatrixKernels["gemm"] {
  return (tA, tB, m, n, k, alpha, a, aOffset, aLeading, b, bOffset, bLeading, beta, c, cOffset, cLeading) => {
    if (m === 1) {
      const rows = tB ? n : k;
      const columns = tB ? k : n;
      const aStride = tA ? aLeading : 1;
      gemv(!tB, rows, columns, alpha, b, bOffset, bLeading, a, aOffset, aStride, beta, c, cOffset, 1);
      return;
    }
    if (n === 1) {
      const rows = tA ? k : m;
      const columns = tA ? m : k;
      const bStride = tB ? 1 : bLeading;
      gemv(tA, rows, columns, alpha, a, aOffset, aLeading, b, bOffset, bStride, beta, c, cOffset, cLeading);
      return;
    }
    const work = m * n * k;
    const aAddress = work < managed ? 0 : pointers.addressOf(a);
    const bAddress = work < managed ? 0 : pointers.addressOf(b);
    const cAddress = work < managed ? 0 : pointers.addressOf(c);
    if (
      work < managed ||
      (work < resident && aAddress !== 0 && bAddress !== 0 && cAddress !== 0) ||
      vanishes(alpha) ||
      (beta !== 0 && vanishes(beta)) ||
      !(tA ? matrixFits(a, aOffset, k, m, aLeading) : matrixFits(a, aOffset, m, k, aLeading)) ||
      !(tB ? matrixFits(b, bOffset, n, k, bLeading) : matrixFits(b, bOffset, k, n, bLeading)) ||
      !matrixFits(c, cOffset, m, n, cLeading)
    ) {
      below(tA, tB, m, n, k, alpha, a, aOffset, aLeading, b, bOffset, bLeading, beta, c, cOffset, cLeading);
      return;
    }
    const size = a.BYTES_PER_ELEMENT;
    (size === 4 ? float32 : float64).gemm(
      ROW_MAJOR,
      tA ? TRANSPOSE : NO_TRANSPOSE,
      tB ? TRANSPOSE : NO_TRANSPOSE,
      m,
      n,
      k,
      alpha,
      pointerTo(aAddress, a, aOffset, size),
      aLeading,
      pointerTo(bAddress, b, bOffset, size),
      bLeading,
      beta,
      pointerTo(cAddress, c, cOffset, size),
      cLeading,
    );
  };
}
