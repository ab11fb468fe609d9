export { SpatialAveragePooling } from "./SpatialAveragePooling.ts";
export { SpatialDilatedMaxPooling } from "./SpatialDilatedMaxPooling.ts";
export { SpatialMaxPooling } from "./SpatialMaxPooling.ts";
export { TemporalMaxPooling } from "./TemporalMaxPooling.ts";
export { VolumetricAveragePooling } from "./VolumetricAveragePooling.ts";
export { VolumetricDilatedMaxPooling } from "./VolumetricDilatedMaxPooling.ts";
export { VolumetricMaxPooling } from "./VolumetricMaxPooling.ts";
