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
