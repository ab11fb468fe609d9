// Clustering
export * from "./clustering/index.ts";
// Convolutions
export * from "./convolution/index.ts";
// Affine maps
export * from "./linear/index.ts";
// Noise
export * from "./noise/index.ts";
// Normalisation
export * from "./normalization/index.ts";
// Pooling
export * from "./pooling/index.ts";
// Padding and resampling of images
export * from "./resampling/index.ts";
// Reshaping
export * from "./reshape/index.ts";
// Simple layers
export * from "./simple/index.ts";
// Sparse inputs
export * from "./sparse/index.ts";
// Transfer functions
export * from "./transfer/index.ts";
