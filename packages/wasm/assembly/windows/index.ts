export * from "./averagePool";
export { windows_convolve_f32, windows_convolve_f64 } from "./convolve";
export { windows_convolveWeightGradient_f32, windows_convolveWeightGradient_f64 } from "./convolveWeightGradient";
export * from "./maxPool";
export * from "./unfold";
