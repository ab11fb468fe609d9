export type { ConvolutionOptions } from "./Convolution.ts";
export { SpatialConvolution } from "./SpatialConvolution.ts";
export { SpatialDilatedConvolution } from "./SpatialDilatedConvolution.ts";
