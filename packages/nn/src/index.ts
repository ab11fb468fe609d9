import "./defaultBackend.ts";

// The protocol

// Containers
export { Concat, Sequential, sequential } from "@rushlight/containers";
// Criterions
export {
  ClassNLLCriterion,
  type ClassNLLOptions,
  CrossEntropyCriterion,
  type Labels,
  MSECriterion,
  type SizeAverageOptions,
} from "@rushlight/criterion";

// Layers
export {
  CMul,
  type ConvolutionOptions,
  Dropout,
  type DropoutOptions,
  type InplaceOptions,
  Linear,
  type LinearOptions,
  LogSoftMax,
  ReLU,
  Sigmoid,
  SoftMax,
  SpatialAveragePooling,
  SpatialConvolution,
  SpatialDilatedConvolution,
  SpatialDilatedMaxPooling,
  SpatialMaxPooling,
  Sum,
  type SumOptions,
  Tanh,
  Threshold,
  View,
} from "@rushlight/layers";
export {
  type Activation,
  type AnyModule,
  Container,
  Criterion,
  errorPath,
  Module,
  type ParameterLists,
  recursiveAdd,
  recursiveClone,
  recursiveCopy,
  recursiveFill,
  recursiveResizeAs,
  recursiveType,
  type Table,
} from "@rushlight/module";
export { type HeapStats, heapStats } from "@rushlight/wasm";
