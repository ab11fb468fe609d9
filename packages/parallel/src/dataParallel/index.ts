export type { TrainingBatch } from "./Batch.ts";
export { DataParallel } from "./DataParallel.ts";
export type { CallOptions, DataParallelOptions, LoadOptions, ModelFactory } from "./DataParallelOptions.ts";
