import "./defaultBackend.ts";

// Containers and table layers
export * from "@rushlight/containers";
// Criterions
export * from "@rushlight/criterion";
// Layers
export * from "@rushlight/layers";
// Lookup tables
export * from "@rushlight/lookup-table";
// The protocol
export {
  type Activation,
  type AnyModule,
  CheckedModeError,
  type CheckedOptions,
  Container,
  Criterion,
  checked,
  errorPath,
  type InputOf,
  isChecked,
  type LossWeights,
  Module,
  type ModuleTrace,
  type OutputOf,
  type ParameterLists,
  type ParameterTrace,
  recursiveAdd,
  recursiveClone,
  recursiveCopy,
  recursiveFill,
  recursiveResizeAs,
  recursiveType,
  type Table,
  type TensorSummary,
  type Trace,
  type TraceOptions,
  type TypeFunction,
  trace,
  type UpdateSummary,
  unchecked,
} from "@rushlight/module";
// Memory
export { type HeapStats, heapStats } from "@rushlight/wasm";
// Backends
export { type BackendName, backendNames, namedBackend } from "./backend/namedBackend.ts";
// Training
export { DivergenceError } from "./training/DivergenceError.ts";
export type { EpochEnd, EpochStart, ExampleEnd, ExampleStart, TrainingEvents } from "./training/events.ts";
export { StochasticGradient } from "./training/StochasticGradient.ts";
export type { HookExample, HookIteration, StochasticGradientOptions } from "./training/StochasticGradientOptions.ts";
export type { TrainingExample, TrainingSet } from "./training/TrainingSet.ts";
export type { StopSignal, TrainOptions } from "./training/TrainOptions.ts";
export type { CriterionFits, CriterionMismatch, TargetOf } from "./training/types.ts";
