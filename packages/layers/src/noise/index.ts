export { Dropout, type DropoutOptions } from "./Dropout.ts";
export type { FeatureDropoutOptions } from "./FeatureDropout.ts";
export { L1Penalty, type L1PenaltyOptions } from "./L1Penalty.ts";
export { SpatialDropout } from "./SpatialDropout.ts";
export { VolumetricDropout } from "./VolumetricDropout.ts";
export { WhiteNoise, type WhiteNoiseOptions } from "./WhiteNoise.ts";
