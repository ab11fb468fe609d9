export { ClassNLLCriterion, type ClassNLLOptions } from "./ClassNLLCriterion.ts";
export { CrossEntropyCriterion } from "./CrossEntropyCriterion.ts";
export type { Labels } from "./labels.ts";
