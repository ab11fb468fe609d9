export type { TrainingBatch } from "./Batch.ts";
export type { Batches } from "./BatchReader.ts";
export { DataParallel, type StepResult } from "./DataParallel.ts";
export type {
  CallOptions,
  DataParallelOptions,
  EvaluationOptions,
  LoadOptions,
  ModelFactory,
  Progress,
} from "./DataParallelOptions.ts";
export type { EvaluationResult, EvaluationSet } from "./Evaluation.ts";
export type { HogwildOptions, HogwildProgress, HogwildResult } from "./Hogwild.ts";
