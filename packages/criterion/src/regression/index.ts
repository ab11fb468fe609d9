export { AbsCriterion } from "./AbsCriterion.ts";
export { L1Cost } from "./L1Cost.ts";
export { MSECriterion } from "./MSECriterion.ts";
export { SmoothL1Criterion } from "./SmoothL1Criterion.ts";
export { SpatialAutoCropMSECriterion } from "./SpatialAutoCropMSECriterion.ts";
export { WeightedMSECriterion } from "./WeightedMSECriterion.ts";
