export { BatchNormalization, type BatchNormalizationOptions } from "./BatchNormalization.ts";
export { LayerNormalization, type LayerNormalizationOptions } from "./LayerNormalization.ts";
export { SpatialBatchNormalization } from "./SpatialBatchNormalization.ts";
export { VolumetricBatchNormalization } from "./VolumetricBatchNormalization.ts";
