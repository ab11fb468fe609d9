// z ← f(x, y). Strides are in elements.

import { Zip, zip } from "./zip";

export function zip_add_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.add, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_add_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.add, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_mul_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.mul, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_mul_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.mul, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_div_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.div, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_div_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.div, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_max_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.max, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_max_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.max, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_min_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.min, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_min_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.min, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_remainder_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.remainder, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_remainder_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.remainder, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_lerp_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.lerp, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_lerp_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.lerp, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_addMul_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.addMul, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_addMul_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.addMul, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_addDiv_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.addDiv, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_addDiv_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.addDiv, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_tanhGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.tanhGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_tanhGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.tanhGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_sigmoidGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.sigmoidGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_sigmoidGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.sigmoidGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_thresholdGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.thresholdGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_thresholdGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.thresholdGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_absGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.absGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_absGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.absGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_clampGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.clampGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_clampGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.clampGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_leakyReLUGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.leakyReLUGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_leakyReLUGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.leakyReLUGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_eluGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.eluGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_eluGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.eluGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_shrinkGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.shrinkGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_shrinkGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.shrinkGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_softPlusGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.softPlusGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_softPlusGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.softPlusGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_softSignGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.softSignGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_softSignGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.softSignGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_logSigmoidGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.logSigmoidGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_logSigmoidGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.logSigmoidGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_sqrtGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.sqrtGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_sqrtGradient_f64(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f64>(Zip.sqrtGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_power_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.power, count, x, xStride, y, yStride, z, zStride, a, b);
}
export function zip_powerGradient_f32(count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, a: f64, b: f64): void {
  zip<f32>(Zip.powerGradient, count, x, xStride, y, yStride, z, zStride, a, b);
}
