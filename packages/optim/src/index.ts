// What is minimised

// Measures and logs
export { ConfusionMatrix } from "./confusion/ConfusionMatrix.ts";
export type { ErrorRates } from "./confusion/errorRates.ts";
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
export type { LogFormatName } from "./logger/formats/formats.ts";
export { LogError } from "./logger/LogError.ts";
export { Logger } from "./logger/Logger.ts";
export type { LoggerOptions } from "./logger/LoggerOptions.ts";
export type { LogRow } from "./logger/LogRow.ts";
export type { LogTable, LogValue } from "./logger/LogTable.ts";
export type { NumberFormat } from "./logger/NumberFormat.ts";
export { parseLog, type ReadLogOptions, readLog } from "./logger/readLog.ts";
export { AverageMeter } from "./meters/AverageMeter.ts";
export { TimeMeter, type TimeMeterOptions } from "./meters/TimeMeter.ts";
// Optimisers as classes
export type { Optimizer } from "./optimizer/Optimizer.ts";
export type { OptimizerState } from "./optimizer/OptimizerState.ts";
// Schedules
export * from "./schedules/index.ts";
// States
export { restoreState, type SavedField, type SavedState, saveState } from "./state/SavedState.ts";
export { restoreTensor, type SavedTensor, saveTensor } from "./state/SavedTensor.ts";
