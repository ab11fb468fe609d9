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
  Module,
  type OutputOf,
  type ParameterLists,
  recursiveAdd,
  recursiveClone,
  recursiveCopy,
  recursiveFill,
  recursiveResizeAs,
  recursiveType,
  type Table,
  type TypeFunction,
  unchecked,
} from "@rushlight/module";
// Memory
export { type HeapStats, heapStats } from "@rushlight/wasm";
