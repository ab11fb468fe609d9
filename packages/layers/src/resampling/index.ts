export { PixelShuffle } from "./PixelShuffle.ts";
export { SpatialReflectionPadding } from "./SpatialReflectionPadding.ts";
export { SpatialReplicationPadding } from "./SpatialReplicationPadding.ts";
export { SpatialUpSamplingBilinear, type SpatialUpSamplingSize } from "./SpatialUpSamplingBilinear.ts";
export { SpatialUpSamplingNearest } from "./SpatialUpSamplingNearest.ts";
export { SpatialZeroPadding } from "./SpatialZeroPadding.ts";
export { UpSampling, type UpSamplingMode } from "./UpSampling.ts";
export type { UpSamplingSize } from "./UpSamplingLayer.ts";
export { VolumetricReplicationPadding } from "./VolumetricReplicationPadding.ts";
