// Tensors and storages

// Backends
export type {
  Backend,
  ColumnKernels,
  CompareKernel,
  CompareScalarKernel,
  Comparison,
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
export type { ChannelKernels } from "./backend/ChannelKernels.ts";
export type { ChosenRowKernel, ChosenRowKernels } from "./backend/ChosenRowKernels.ts";
export { type BackendPart, backend, extendBackend, useBackend } from "./backend/current.ts";
export { plainBackend } from "./backend/plain/plainBackend.ts";
export type { StepKernels } from "./backend/StepKernels.ts";
export type { WindowExtents, WindowGeometry, WindowKernels } from "./backend/WindowKernels.ts";
export type { ConvolutionMode } from "./convolution/ConvolutionPlan.ts";
export { eye } from "./create/eye.ts";
export { full, ones, zeros } from "./create/filled.ts";
export { fromMessage } from "./create/fromMessage.ts";
// Creation
export { linspace } from "./create/linspace.ts";
export { logspace } from "./create/logspace.ts";
export { type RandomTensorOptions, rand, randn, randperm } from "./create/random.ts";
export { range } from "./create/range.ts";
export type { SequenceOptions } from "./create/sequence.ts";
export { type DTypeOf, type TypedArrayOptions, tensor } from "./create/tensor.ts";
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
export { environmentVariable } from "./environment/environmentVariable.ts";
export { ArgumentError } from "./errors/ArgumentError.ts";
export { DTypeError } from "./errors/DTypeError.ts";
export { IndexError } from "./errors/IndexError.ts";
export { ShapeError } from "./errors/ShapeError.ts";
export { shown } from "./errors/shown.ts";
// Products accumulated
export {
  type AccumulatedProductOptions,
  addbmm,
  addmm,
  addmv,
  addr,
  baddbmm,
} from "./functions/accumulatedProducts.ts";
// Element-wise functions
export {
  abs,
  add,
  cdiv,
  cmul,
  cpow,
  csub,
  div,
  mul,
  neg,
  pow,
  sign,
} from "./functions/arithmetic.ts";
export {
  bitand,
  bitor,
  bitxor,
  cbitand,
  cbitor,
  cbitxor,
  clshift,
  crshift,
  lshift,
  rshift,
} from "./functions/bits.ts";
export { addcdiv, addcmul, lerp } from "./functions/combinations.ts";
export { eq, ge, gt, le, lt, ne } from "./functions/comparisons.ts";
// Convolutions
export { type ConvolutionOptions, conv2, conv3, xcorr2, xcorr3 } from "./functions/convolutions.ts";
export { cinv, exp, log, log1p, rsqrt, sigmoid, sqrt, tanh } from "./functions/exponential.ts";
export { gather, index, indexAdd, indexCopy, indexFill, scatter, scatterAdd } from "./functions/indexing.ts";
export { clamp, cmax, cmin } from "./functions/limits.ts";
export { maskedCopy, maskedFill, maskedSelect, nonzero } from "./functions/masks.ts";
export { cross, diag, trace, tril, triu } from "./functions/matrices.ts";
export { cat, repeatTensor, reshape, stack } from "./functions/parts.ts";
// Products
export { bmm, dot, ger, mm, mv } from "./functions/products.ts";
// Random categories
export { type MultinomialOptions, multinomial, multinomialAlias, multinomialAliasSetup } from "./functions/random.ts";
// Reductions
export { all, any, equal, max, mean, min, prod, sum } from "./functions/reductions.ts";
export { cfmod, cremainder, fmod, remainder } from "./functions/remainders.ts";
export { ceil, floor, frac, round, trunc } from "./functions/rounding.ts";
export { kthvalue, median, mode, sort, topk } from "./functions/sorting.ts";
// Statistics
export { bhistc, cumprod, cumsum, dist, histc, norm, renorm, std, variance } from "./functions/statistics.ts";
export { acos, asin, atan, atan2, cos, cosh, sin, sinh, tan } from "./functions/trigonometry.ts";
export type { RowGradient } from "./gradients/RowGradient.ts";
// For those who write modules
export { checkOptions } from "./options/checkOptions.ts";
export { checkDestination } from "./overlap/overlap.ts";
export type { Part } from "./parts/partOf.ts";
export { AliasTable } from "./random/AliasTable.ts";
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
export { type AdadeltaStep, adadeltaStep } from "./steps/adadeltaStep.ts";
export { type AdagradStep, adagradStep } from "./steps/adagradStep.ts";
export { type AdamaxStep, adamaxStep } from "./steps/adamaxStep.ts";
export { type AdamStep, adamStep } from "./steps/adamStep.ts";
export { type RmspropStep, rmspropStep } from "./steps/rmspropStep.ts";
export { type RpropStep, rpropStep } from "./steps/rpropStep.ts";
export { type SgdStep, sgdStep } from "./steps/sgdStep.ts";
export { storageAllocations } from "./storage/allocations.ts";
export type { ResidentBlock, ResidentMemory } from "./storage/ResidentMemory.ts";
export { Storage, type StorageOptions } from "./storage/Storage.ts";
export type { OutOptions, OutPairOptions } from "./tensor/OutOptions.ts";
export type { RandomOptions } from "./tensor/RandomOptions.ts";
export {
  isTensor,
  type NestedNumbers,
  Tensor,
  type TensorMemoryOptions,
  type TensorMessage,
  type TensorOptions,
} from "./tensor/Tensor.ts";
export type { ReductionOptions } from "./tensor/TensorReductions.ts";
export type { SortOptions, TopkOptions } from "./tensor/TensorSorting.ts";
export type { VarianceOptions } from "./tensor/TensorStatistics.ts";
