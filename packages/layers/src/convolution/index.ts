export type { ConvolutionOptions } from "./ConvolutionLayer.ts";
export type { FullConvolutionInput } from "./FullConvolution.ts";
export { SpatialConvolution } from "./SpatialConvolution.ts";
export { SpatialConvolutionMM } from "./SpatialConvolutionMM.ts";
export { SpatialDilatedConvolution } from "./SpatialDilatedConvolution.ts";
export { SpatialFullConvolution } from "./SpatialFullConvolution.ts";
export { VolumetricConvolution } from "./VolumetricConvolution.ts";
export { VolumetricDilatedConvolution } from "./VolumetricDilatedConvolution.ts";
export { VolumetricFullConvolution } from "./VolumetricFullConvolution.ts";
