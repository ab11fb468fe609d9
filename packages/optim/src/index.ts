export type { Evaluation, StepResult } from "./optimiser.ts";
export type { SgdConfig, SgdState } from "./sgd/SgdConfig.ts";
export { sgd } from "./sgd/sgd.ts";
