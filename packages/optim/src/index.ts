// What is minimised
export type { Evaluation, LossEvaluation, StepResult } from "./evaluation/Evaluation.ts";
export { NonFiniteLossError } from "./evaluation/NonFiniteLossError.ts";

// Searches without gradients
export * from "./evolution/index.ts";

// Methods of first order
export type { FirstOrderOptions } from "./firstOrder/FirstOrderOptions.ts";
export * from "./firstOrder/index.ts";

// Gradients
export type { Clipping } from "./gradients/Clipping.ts";
export { type ClipNormOptions, clipNorm, clipValue } from "./gradients/clip.ts";
export type { Gradient } from "./gradients/Gradient.ts";

// Groups of parameters
export type { Grouped, GroupPlace, GroupSettings, ParameterGroup } from "./groups/ParameterGroup.ts";

// Optimisers as classes
export type { Optimizer } from "./optimizer/Optimizer.ts";
export type { OptimizerState } from "./optimizer/OptimizerState.ts";

// Schedules
export type { Schedule } from "./schedules/Schedule.ts";

// States
export { restoreState, type SavedField, type SavedState, saveState } from "./state/SavedState.ts";
export { restoreTensor, type SavedTensor, saveTensor } from "./state/SavedTensor.ts";
