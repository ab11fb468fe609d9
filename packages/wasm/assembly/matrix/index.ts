import { multiplyAdd } from "../lanes";
import { sumsOfProducts } from "./dot";
import { multiply } from "./gemm";
import { multiplyRows, multiplyTransposed } from "./gemv";
import { addOuter } from "./ger";

export function gemm_f32(
  transposeA: i32, transposeB: i32, m: i32, n: i32, k: i32, alpha: f64,
  a: usize, aLeading: i32, b: usize, bLeading: i32, beta: f64, c: usize, cLeading: i32,
  along: i32, scratch: usize,
): void {
  multiply<f32>(
    transposeA != 0, transposeB != 0, m, n, k, <f32>alpha, a, aLeading, b, bLeading, <f32>beta, c, cLeading,
    along != 0, scratch,
  );
}

export function gemm_f64(
  transposeA: i32, transposeB: i32, m: i32, n: i32, k: i32, alpha: f64,
  a: usize, aLeading: i32, b: usize, bLeading: i32, beta: f64, c: usize, cLeading: i32,
  along: i32, scratch: usize,
): void {
  multiply<f64>(
    transposeA != 0, transposeB != 0, m, n, k, alpha, a, aLeading, b, bLeading, beta, c, cLeading,
    along != 0, scratch,
  );
}

export function gemv_f32(
  m: i32, n: i32, alpha: f64, a: usize, leading: i32, x: usize, beta: f64, y: usize,
): void {
  multiplyRows<f32>(m, n, <f32>alpha, a, leading, x, <f32>beta, y);
}

export function gemv_transposed_f32(
  m: i32, n: i32, alpha: f64, a: usize, leading: i32, x: usize, beta: f64, y: usize, scratch: usize,
): void {
  multiplyTransposed<f32>(m, n, <f32>alpha, a, leading, x, <f32>beta, y, scratch);
}

export function ger_f32(m: i32, n: i32, alpha: f64, x: usize, y: usize, a: usize, leading: i32): void {
  addOuter<f32>(m, n, <f32>alpha, x, y, a, leading);
}

export function dot_f32(count: i32, x: usize, xStride: i32, y: usize, yStride: i32, sums: usize): void {
  sumsOfProducts<f32>(count, x, xStride * sizeof<f32>(), y, yStride * sizeof<f32>(), sums);
}

export function gemv_f64(
  m: i32, n: i32, alpha: f64, a: usize, leading: i32, x: usize, beta: f64, y: usize,
): void {
  multiplyRows<f64>(m, n, alpha, a, leading, x, beta, y);
}

export function gemv_transposed_f64(
  m: i32, n: i32, alpha: f64, a: usize, leading: i32, x: usize, beta: f64, y: usize, scratch: usize,
): void {
  multiplyTransposed<f64>(m, n, alpha, a, leading, x, beta, y, scratch);
}

export function ger_f64(m: i32, n: i32, alpha: f64, x: usize, y: usize, a: usize, leading: i32): void {
  addOuter<f64>(m, n, alpha, x, y, a, leading);
}

export function dot_f64(count: i32, x: usize, xStride: i32, y: usize, yStride: i32, sums: usize): void {
  sumsOfProducts<f64>(count, x, xStride * sizeof<f64>(), y, yStride * sizeof<f64>(), sums);
}

/**
 * The most multiply-adds that there can be, for benchmarks: 12 independent sums in registers, 96 operations an
 * iteration. Without relaxed SIMD a sum waits for a product and an addition, so that it is a little less than the most.
 */
export function multiply_add_loop_f32(iterations: i32): f64 {
  const x = f32x4.splat(0.999), y = f32x4.splat(0.001);
  let s0 = f32x4.splat(1), s1 = f32x4.splat(2), s2 = f32x4.splat(3), s3 = f32x4.splat(4);
  let s4 = f32x4.splat(5), s5 = f32x4.splat(6), s6 = f32x4.splat(7), s7 = f32x4.splat(8);
  let s8 = f32x4.splat(9), s9 = f32x4.splat(10), sA = f32x4.splat(11), sB = f32x4.splat(12);
  for (let i = 0; i < iterations; i++) {
    s0 = multiplyAdd<f32>(s0, x, y);
    s1 = multiplyAdd<f32>(s1, x, y);
    s2 = multiplyAdd<f32>(s2, x, y);
    s3 = multiplyAdd<f32>(s3, x, y);
    s4 = multiplyAdd<f32>(s4, x, y);
    s5 = multiplyAdd<f32>(s5, x, y);
    s6 = multiplyAdd<f32>(s6, x, y);
    s7 = multiplyAdd<f32>(s7, x, y);
    s8 = multiplyAdd<f32>(s8, x, y);
    s9 = multiplyAdd<f32>(s9, x, y);
    sA = multiplyAdd<f32>(sA, x, y);
    sB = multiplyAdd<f32>(sB, x, y);
  }
  const low = f32x4.add(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)), f32x4.add(s4, s5));
  const high = f32x4.add(f32x4.add(f32x4.add(s6, s7), f32x4.add(s8, s9)), f32x4.add(sA, sB));
  return f32x4.extract_lane(f32x4.add(low, high), 0);
}
