export type { Evaluation, LossEvaluation, StepResult } from "./Evaluation.ts";
export { NonFiniteLossError } from "./NonFiniteLossError.ts";
