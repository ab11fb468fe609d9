export { ModuleCriterion, type ModuleCriterionOptions, type TargetModule } from "./ModuleCriterion.ts";
export { MultiCriterion } from "./MultiCriterion.ts";
export { ParallelCriterion, type ParallelCriterionOptions } from "./ParallelCriterion.ts";
