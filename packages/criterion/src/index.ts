// Regression

// Classification
export { ClassNLLCriterion, type ClassNLLOptions } from "./classification/ClassNLLCriterion.ts";
export { CrossEntropyCriterion } from "./classification/CrossEntropyCriterion.ts";
export type { Labels } from "./classification/labels.ts";
export { MSECriterion, type SizeAverageOptions } from "./regression/MSECriterion.ts";
