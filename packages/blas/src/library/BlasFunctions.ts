import type { Pointer } from "../native/NativeLoader.ts";

/** The functions of a BLAS for one precision, as its C interface has them. */
export interface BlasFunctions {
  gemm(
    order: number,
    transposeA: number,
    transposeB: number,
    m: number,
    n: number,
    k: number,
    alpha: number,
    a: Pointer,
    aLeading: number,
    b: Pointer,
    bLeading: number,
    beta: number,
    c: Pointer,
    cLeading: number,
  ): void;
  gemv(
    order: number,
    transpose: number,
    m: number,
    n: number,
    alpha: number,
    a: Pointer,
    aLeading: number,
    x: Pointer,
    xStride: number,
    beta: number,
    y: Pointer,
    yStride: number,
  ): void;
  ger(
    order: number,
    m: number,
    n: number,
    alpha: number,
    x: Pointer,
    xStride: number,
    y: Pointer,
    yStride: number,
    a: Pointer,
    aLeading: number,
  ): void;
  /** Σ xᵢ·yᵢ; said to be accumulated in double precision. */
  dot(count: number, x: Pointer, xStride: number, y: Pointer, yStride: number): number;
  /** y ← alpha·x + y */
  axpy(count: number, alpha: number, x: Pointer, xStride: number, y: Pointer, yStride: number): void;
}

/** The functions for both precisions. */
export interface BlasPrecisions {
  readonly float32: BlasFunctions;
  readonly float64: BlasFunctions;
}

/** Matrices lie row by row. */
export const ROW_MAJOR = 101;
/** A matrix as it is. */
export const NO_TRANSPOSE = 111;
/** A matrix transposed. */
export const TRANSPOSE = 112;
