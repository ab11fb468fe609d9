// The protocol

// Tables
export { type Activation, isTable, type Table } from "./activation/Activation.ts";
export {
  emptied,
  flattened,
  formatSizes,
  recursiveAdd,
  recursiveClone,
  recursiveCopy,
  recursiveFill,
  recursiveResizeAs,
  recursiveType,
  sameNesting,
} from "./activation/nested.ts";
export { addSingletonDimension } from "./activation/views.ts";
// Checked mode
export { CheckedModeError } from "./checked/CheckedModeError.ts";
export type { CheckedOptions } from "./checked/CheckedOptions.ts";
export { checked, isChecked, unchecked } from "./checked/checked.ts";
// For those who write modules and containers
export { checkGradOutput, checkInputDType, inputSizeError } from "./checks/checks.ts";
export { Container } from "./container/Container.ts";
export { errorPath, locateError } from "./container/errorPath.ts";
export { printBranches, printChain } from "./container/printTree.ts";
export { ConversionCache } from "./copying/ConversionCache.ts";
export { deepClone } from "./copying/deepClone.ts";
export { type AnyCriterion, Criterion } from "./criterion/Criterion.ts";
export type { LossWeights } from "./criterion/LossWeights.ts";
export { type AnyModule, Module } from "./module/Module.ts";
export { MovedParameters } from "./parameters/MovedParameters.ts";
export type { ParameterLists } from "./parameters/ParameterLists.ts";
// Looking inside
export type { ModuleTrace, ParameterTrace, Trace, UpdateSummary } from "./trace/records.ts";
export type { Histogram, TensorSummary } from "./trace/TensorSummary.ts";
export { type TraceOptions, trace } from "./trace/trace.ts";
// Types of networks
export type { TypeFunction } from "./typing/TypeFunction.ts";
export type { InputOf, OutputOf } from "./typing/types.ts";
