// Measures and logs
export { ConfusionMatrix } from "./confusion/ConfusionMatrix.ts";
export type { ErrorRates } from "./confusion/errorRates.ts";
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
export type { Evaluation, StepResult } from "./optimiser.ts";
export type { SgdConfig, SgdState } from "./sgd/SgdConfig.ts";
export { sgd } from "./sgd/sgd.ts";
