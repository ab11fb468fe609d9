export { SpatialAveragePooling } from "./SpatialAveragePooling.ts";
export { SpatialDilatedMaxPooling } from "./SpatialDilatedMaxPooling.ts";
export { SpatialMaxPooling } from "./SpatialMaxPooling.ts";
