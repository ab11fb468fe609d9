// Tensors and storages

// Backends
export type {
  Backend,
  FloatArray,
  MapKernel,
  MapOperation,
  MatrixKernels,
  ReduceKernel,
  ReduceOperation,
  RowGradientKernel,
  RowKernel,
  RowKernels,
  ZipKernel,
  ZipOperation,
} from "./backend/Backend.ts";
export { type BackendPart, backend, extendBackend, useBackend } from "./backend/current.ts";
export { plainBackend } from "./backend/plain/plainBackend.ts";
export { full, ones, range, zeros } from "./create/filled.ts";
export { rand, randn, randperm } from "./create/random.ts";
// Creation
export { tensor } from "./create/tensor.ts";
// Dtypes
export {
  type DType,
  dtypes,
  type FloatDType,
  isFloatDType,
  type TypedArray,
  type TypedArrayByDType,
  type TypedArrayOf,
} from "./dtype/DType.ts";
export { defaultDtype, setDefaultDtype } from "./dtype/defaultDType.ts";
export { mapInto, zipInto } from "./elementwise/elementwise.ts";
// Errors
export { ArgumentError } from "./errors/ArgumentError.ts";
export { DTypeError } from "./errors/DTypeError.ts";
export { IndexError } from "./errors/IndexError.ts";
export { ShapeError } from "./errors/ShapeError.ts";
// Products
export { dot, ger, mm, mv } from "./functions/products.ts";
export { sumInto } from "./functions/sumInto.ts";
// For those who write modules
export { checkOptions } from "./options/checkOptions.ts";
export { defaultGenerator, initialSeed, manualSeed } from "./random/defaultGenerator.ts";
// Random numbers
export { DEFAULT_SEED, Generator, type GeneratorState } from "./random/Generator.ts";
export type { MersenneTwisterState } from "./random/MersenneTwister.ts";
export { rowsGradientInto, rowsInto } from "./rows/rows.ts";
export { checkDimension, checkIndex } from "./shape/dimension.ts";
// Shapes
export {
  contiguousStride,
  elementCount,
  formatSize,
  type Size,
  type SizeArguments,
  sameSize,
  sizeOf,
} from "./shape/size.ts";
export { storageAllocations } from "./storage/allocations.ts";
export { Storage } from "./storage/Storage.ts";
export { isTensor, type NestedNumbers, Tensor, type TensorOptions } from "./tensor/Tensor.ts";
export type { RandomOptions } from "./tensor/TensorRandom.ts";
export type { ReductionOptions } from "./tensor/TensorReductions.ts";
