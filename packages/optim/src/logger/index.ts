export type { LogFormatName } from "./formats/formats.ts";
export { LogError } from "./LogError.ts";
export { Logger } from "./Logger.ts";
export type { LoggerOptions } from "./LoggerOptions.ts";
export type { LogRow } from "./LogRow.ts";
export type { LogTable, LogValue } from "./LogTable.ts";
export type { NumberFormat } from "./NumberFormat.ts";
export { parseLog, type ReadLogOptions, readLog } from "./readLog.ts";
