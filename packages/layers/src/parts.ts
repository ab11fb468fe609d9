// What layers are made of inside, for those who put modules together again in another thread.

// Convolutions
export { ConvolutionProducts } from "./convolution/products/ConvolutionProducts.ts";
export { FeatureProducts } from "./convolution/products/FeatureProducts.ts";
export { FrameBlocks } from "./convolution/products/FrameBlocks.ts";
export { FramePieces } from "./convolution/products/FramePieces.ts";
export { GroupedProducts } from "./convolution/products/GroupedProducts.ts";
export { LocalProducts } from "./convolution/products/LocalProducts.ts";
export { MapProducts } from "./convolution/products/MapProducts.ts";
export { RowWindows } from "./convolution/products/RowWindows.ts";
export { TransposedProducts } from "./convolution/products/TransposedProducts.ts";
export { UnfoldedFrames } from "./convolution/products/UnfoldedFrames.ts";
export { UnfoldedProducts } from "./convolution/products/UnfoldedProducts.ts";
// Normalisation
export { ChannelNormalizer } from "./normalization/ChannelNormalizer.ts";
// Padding and resampling of images
export { CopiedBorder } from "./resampling/CopiedBorder.ts";
export { Interpolation } from "./resampling/Interpolation.ts";
export { nearest } from "./resampling/nearest.ts";
export { Repetition } from "./resampling/Repetition.ts";
export { reflected } from "./resampling/reflected.ts";
export { ZeroBorder } from "./resampling/ZeroBorder.ts";
// Sparse inputs
export { Entries } from "./sparse/Entries.ts";
export { UsedFeatures } from "./sparse/UsedFeatures.ts";
// Windows
export { AdaptiveWindows } from "./windows/AdaptiveWindows.ts";
export { FractionalWindows } from "./windows/FractionalWindows.ts";
export { TransposedWindows } from "./windows/TransposedWindows.ts";
export { WindowBlocks } from "./windows/WindowBlocks.ts";
export { Windows } from "./windows/Windows.ts";
