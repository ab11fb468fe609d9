// Measures
export { ConfusionMatrix } from "./confusion/ConfusionMatrix.ts";
export type { ErrorRates } from "./confusion/errorRates.ts";
export { AverageMeter } from "./meters/AverageMeter.ts";
export { TimeMeter, type TimeMeterOptions } from "./meters/TimeMeter.ts";
export type { Evaluation, StepResult } from "./optimiser.ts";
export type { SgdConfig, SgdState } from "./sgd/SgdConfig.ts";
export { sgd } from "./sgd/sgd.ts";
