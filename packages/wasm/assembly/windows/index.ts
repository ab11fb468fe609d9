export {
  windows_averagePool_f32, windows_averagePool_f64, windows_averagePoolWithin_f32, windows_averagePoolWithin_f64,
  windows_averagePoolWithinGradient_f32, windows_averagePoolWithinGradient_f64,
} from "./averagePool";
export { windows_averagePoolGradient_f32, windows_averagePoolGradient_f64 } from "./averagePoolGradient";
export { windows_convolve_f32, windows_convolve_f64 } from "./convolve";
export { windows_convolveWeightGradient_f32, windows_convolveWeightGradient_f64 } from "./convolveWeightGradient";
export * from "./maxPool";
export * from "./unfold";
