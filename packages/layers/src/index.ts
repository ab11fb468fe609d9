// Convolutions
export type { ConvolutionOptions } from "./convolution/Convolution.ts";
export { SpatialConvolution } from "./convolution/SpatialConvolution.ts";
export { SpatialDilatedConvolution } from "./convolution/SpatialDilatedConvolution.ts";
// Affine maps
export { Linear, type LinearOptions } from "./linear/Linear.ts";
// Noise
export { Dropout, type DropoutOptions } from "./noise/Dropout.ts";
// Pooling
export { SpatialAveragePooling } from "./pooling/SpatialAveragePooling.ts";
export { SpatialDilatedMaxPooling } from "./pooling/SpatialDilatedMaxPooling.ts";
export { SpatialMaxPooling } from "./pooling/SpatialMaxPooling.ts";
// Reshaping
export { View } from "./reshape/View.ts";
// Simple layers
export { CMul } from "./simple/CMul.ts";
export { Sum, type SumOptions } from "./simple/Sum.ts";
// Transfer functions
export { LogSoftMax } from "./transfer/LogSoftMax.ts";
export { ReLU } from "./transfer/ReLU.ts";
export { Sigmoid } from "./transfer/Sigmoid.ts";
export { SoftMax } from "./transfer/SoftMax.ts";
export { Tanh } from "./transfer/Tanh.ts";
export { type InplaceOptions, Threshold } from "./transfer/Threshold.ts";
