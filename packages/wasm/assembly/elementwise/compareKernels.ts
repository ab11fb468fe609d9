// mask ← comparison of x with a scalar or with y. Strides are in elements.

import { Comparison, compare, compareScalar } from "./compare";

export function compareScalar_lt_f32(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f32>(Comparison.lt, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_lt_f64(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f64>(Comparison.lt, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_le_f32(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f32>(Comparison.le, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_le_f64(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f64>(Comparison.le, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_gt_f32(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f32>(Comparison.gt, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_gt_f64(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f64>(Comparison.gt, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_ge_f32(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f32>(Comparison.ge, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_ge_f64(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f64>(Comparison.ge, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_eq_f32(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f32>(Comparison.eq, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_eq_f64(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f64>(Comparison.eq, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_ne_f32(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f32>(Comparison.ne, count, x, xStride, mask, maskStride, a);
}
export function compareScalar_ne_f64(count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64): void {
  compareScalar<f64>(Comparison.ne, count, x, xStride, mask, maskStride, a);
}
export function compare_lt_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f32>(Comparison.lt, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_lt_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f64>(Comparison.lt, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_le_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f32>(Comparison.le, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_le_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f64>(Comparison.le, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_gt_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f32>(Comparison.gt, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_gt_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f64>(Comparison.gt, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_ge_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f32>(Comparison.ge, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_ge_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f64>(Comparison.ge, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_eq_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f32>(Comparison.eq, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_eq_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f64>(Comparison.eq, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_ne_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f32>(Comparison.ne, count, x, xStride, y, yStride, mask, maskStride);
}
export function compare_ne_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize): void {
  compare<f64>(Comparison.ne, count, x, xStride, y, yStride, mask, maskStride);
}
