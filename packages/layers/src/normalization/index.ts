export { BatchNormalization, type BatchNormalizationOptions } from "./BatchNormalization.ts";
export { LayerNormalization, type LayerNormalizationOptions } from "./LayerNormalization.ts";
export { Normalize } from "./Normalize.ts";
export { SpatialBatchNormalization } from "./SpatialBatchNormalization.ts";
export { SpatialContrastiveNormalization } from "./SpatialContrastiveNormalization.ts";
export { SpatialCrossMapLRN } from "./SpatialCrossMapLRN.ts";
export { SpatialDivisiveNormalization } from "./SpatialDivisiveNormalization.ts";
export { SpatialSubtractiveNormalization } from "./SpatialSubtractiveNormalization.ts";
export { VolumetricBatchNormalization } from "./VolumetricBatchNormalization.ts";
