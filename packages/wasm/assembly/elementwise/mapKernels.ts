// y ← f(x). Strides are in elements.

import { fill, Map, map } from "./map";

export function map_copy_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.copy, count, x, xStride, y, yStride, a, b);
}
export function map_copy_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.copy, count, x, xStride, y, yStride, a, b);
}
export function map_neg_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.neg, count, x, xStride, y, yStride, a, b);
}
export function map_neg_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.neg, count, x, xStride, y, yStride, a, b);
}
export function map_abs_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.abs, count, x, xStride, y, yStride, a, b);
}
export function map_abs_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.abs, count, x, xStride, y, yStride, a, b);
}
export function map_sign_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.sign, count, x, xStride, y, yStride, a, b);
}
export function map_sign_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.sign, count, x, xStride, y, yStride, a, b);
}
export function map_addScalar_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.addScalar, count, x, xStride, y, yStride, a, b);
}
export function map_addScalar_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.addScalar, count, x, xStride, y, yStride, a, b);
}
export function map_mulScalar_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.mulScalar, count, x, xStride, y, yStride, a, b);
}
export function map_mulScalar_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.mulScalar, count, x, xStride, y, yStride, a, b);
}
export function map_divScalar_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.divScalar, count, x, xStride, y, yStride, a, b);
}
export function map_divScalar_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.divScalar, count, x, xStride, y, yStride, a, b);
}
export function map_scalarMinus_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.scalarMinus, count, x, xStride, y, yStride, a, b);
}
export function map_scalarMinus_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.scalarMinus, count, x, xStride, y, yStride, a, b);
}
export function map_scalarOver_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.scalarOver, count, x, xStride, y, yStride, a, b);
}
export function map_scalarOver_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.scalarOver, count, x, xStride, y, yStride, a, b);
}
export function map_remainderScalar_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.remainderScalar, count, x, xStride, y, yStride, a, b);
}
export function map_remainderScalar_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.remainderScalar, count, x, xStride, y, yStride, a, b);
}
export function map_clamp_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.clamp, count, x, xStride, y, yStride, a, b);
}
export function map_clamp_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.clamp, count, x, xStride, y, yStride, a, b);
}
export function map_threshold_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.threshold, count, x, xStride, y, yStride, a, b);
}
export function map_threshold_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.threshold, count, x, xStride, y, yStride, a, b);
}
export function map_square_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.square, count, x, xStride, y, yStride, a, b);
}
export function map_square_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.square, count, x, xStride, y, yStride, a, b);
}
export function map_cube_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.cube, count, x, xStride, y, yStride, a, b);
}
export function map_cube_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.cube, count, x, xStride, y, yStride, a, b);
}
export function map_squareRootPower_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.squareRootPower, count, x, xStride, y, yStride, a, b);
}
export function map_squareRootPower_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.squareRootPower, count, x, xStride, y, yStride, a, b);
}
export function map_sqrt_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.sqrt, count, x, xStride, y, yStride, a, b);
}
export function map_sqrt_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.sqrt, count, x, xStride, y, yStride, a, b);
}
export function map_rsqrt_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.rsqrt, count, x, xStride, y, yStride, a, b);
}
export function map_rsqrt_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.rsqrt, count, x, xStride, y, yStride, a, b);
}
export function map_exp_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.exp, count, x, xStride, y, yStride, a, b);
}
export function map_exp_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.exp, count, x, xStride, y, yStride, a, b);
}
export function map_log_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.log, count, x, xStride, y, yStride, a, b);
}
export function map_log_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.log, count, x, xStride, y, yStride, a, b);
}
export function map_log1p_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.log1p, count, x, xStride, y, yStride, a, b);
}
export function map_log1p_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.log1p, count, x, xStride, y, yStride, a, b);
}
export function map_tanh_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.tanh, count, x, xStride, y, yStride, a, b);
}
export function map_tanh_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.tanh, count, x, xStride, y, yStride, a, b);
}
export function map_sigmoid_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.sigmoid, count, x, xStride, y, yStride, a, b);
}
export function map_sigmoid_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.sigmoid, count, x, xStride, y, yStride, a, b);
}
export function map_floor_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.floor, count, x, xStride, y, yStride, a, b);
}
export function map_floor_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.floor, count, x, xStride, y, yStride, a, b);
}
export function map_ceil_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.ceil, count, x, xStride, y, yStride, a, b);
}
export function map_ceil_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.ceil, count, x, xStride, y, yStride, a, b);
}
export function map_round_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.round, count, x, xStride, y, yStride, a, b);
}
export function map_round_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.round, count, x, xStride, y, yStride, a, b);
}
export function map_trunc_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.trunc, count, x, xStride, y, yStride, a, b);
}
export function map_trunc_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.trunc, count, x, xStride, y, yStride, a, b);
}
export function map_frac_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.frac, count, x, xStride, y, yStride, a, b);
}
export function map_frac_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.frac, count, x, xStride, y, yStride, a, b);
}
export function map_leakyReLU_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.leakyReLU, count, x, xStride, y, yStride, a, b);
}
export function map_leakyReLU_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.leakyReLU, count, x, xStride, y, yStride, a, b);
}
export function map_elu_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.elu, count, x, xStride, y, yStride, a, b);
}
export function map_elu_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.elu, count, x, xStride, y, yStride, a, b);
}
export function map_hardShrink_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.hardShrink, count, x, xStride, y, yStride, a, b);
}
export function map_hardShrink_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.hardShrink, count, x, xStride, y, yStride, a, b);
}
export function map_softShrink_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.softShrink, count, x, xStride, y, yStride, a, b);
}
export function map_softShrink_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.softShrink, count, x, xStride, y, yStride, a, b);
}
export function map_softPlus_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.softPlus, count, x, xStride, y, yStride, a, b);
}
export function map_softPlus_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.softPlus, count, x, xStride, y, yStride, a, b);
}
export function map_softSign_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.softSign, count, x, xStride, y, yStride, a, b);
}
export function map_softSign_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.softSign, count, x, xStride, y, yStride, a, b);
}
export function map_logSigmoid_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.logSigmoid, count, x, xStride, y, yStride, a, b);
}
export function map_logSigmoid_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f64>(Map.logSigmoid, count, x, xStride, y, yStride, a, b);
}
export function map_power_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, a: f64, b: f64): void {
  map<f32>(Map.power, count, x, xStride, y, yStride, a, b);
}

/** y ← a, dense. */
export function fill_f32(count: isize, y: usize, a: f64): void {
  fill<f32>(count, y, a);
}
export function fill_f64(count: isize, y: usize, a: f64): void {
  fill<f64>(count, y, a);
}
