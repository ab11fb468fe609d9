import type { KernelName, Kernels } from "@rushlight/wasm/threads";
import type { Kernel } from "../callKernel.ts";
import type { Fork } from "../Fork.ts";
import { splitChannelProducts, splitChannelSquares, splitChannelSums, splitNormalize } from "./channels.ts";
import { Extents } from "./Extents.ts";
import { splitFill, splitMap, splitStep, splitZip } from "./elementwise.ts";
import { splitGemm, splitGemv, splitGer, splitTransposed } from "./matrix.ts";
import { splitBlocks, splitColumns, splitDot, splitExtreme } from "./reduce.ts";
import { splitGather, splitRowGradients, splitRows, splitScatter } from "./rows.ts";
import { type SplitSettings, type Splitter, splitterOf } from "./Splitter.ts";
import {
  columnsOf,
  inputOf,
  outputOf,
  splitConvolve,
  splitMaxPool,
  splitMaxPoolGradient,
  splitPlanes,
  splitWeightGradient,
  splitWithin,
} from "./windows.ts";

/** Divides one kernel. */
type Split = (splitter: Splitter, extents: Extents) => Kernel;

const toElements: Split = (splitter) => splitMap(splitter, splitter.bytes);
const toMask: Split = (splitter) => splitMap(splitter, 1);

/** How kernels are divided, by their names without the dtype: exact ones, and the beginnings of families. */
const exact: Readonly<Record<string, Split>> = {
  fill: splitFill,
  gemm: splitGemm,
  gemv: splitGemv,
  gemv_transposed: splitTransposed,
  ger: splitGer,
  dot: splitDot,
  reduce_max: (splitter) => splitExtreme(splitter, 1),
  reduce_min: (splitter) => splitExtreme(splitter, -1),
  reduce_sum: splitBlocks,
  reduce_product: splitBlocks,
  reduce_absolutes: splitBlocks,
  reduce_nonzero: splitBlocks,
  reduce_squares: splitBlocks,
  column_sums: splitColumns,
  column_squares: splitColumns,
  channel_sums: splitChannelSums,
  channel_squares: splitChannelSquares,
  channel_products: splitChannelProducts,
  channel_normalize: (splitter) => splitNormalize(splitter, false),
  channel_normalizeGradient: (splitter) => splitNormalize(splitter, true),
  rows_softMax: splitRows,
  rows_logSoftMax: splitRows,
  rows_softMaxGradient: splitRowGradients,
  rows_logSoftMaxGradient: splitRowGradients,
  gather_rows: splitGather,
  scatter_add_rows: splitScatter,
  step_sgd: (splitter) => splitStep(splitter, 3),
  step_scaled: (splitter) => splitStep(splitter, 3),
  step_adam: (splitter) => splitStep(splitter, 4),
  step_adadelta: (splitter) => splitStep(splitter, 4),
  step_adamax: (splitter) => splitStep(splitter, 4),
  step_rprop: (splitter) => splitStep(splitter, 4),
  windows_unfold: (splitter, extents) => splitPlanes(splitter, extents, inputOf, columnsOf),
  windows_fold: (splitter, extents) => splitPlanes(splitter, extents, columnsOf, inputOf),
  windows_averagePool: (splitter, extents) => splitPlanes(splitter, extents, inputOf, outputOf),
  windows_averagePoolGradient: (splitter, extents) =>
    splitPlanes(splitter, extents, outputOf, inputOf, ({ outputWidth }) => 8 * outputWidth),
  windows_averagePoolWithin: (splitter, extents) => splitWithin(splitter, extents, inputOf, outputOf),
  windows_averagePoolWithinGradient: (splitter, extents) => splitWithin(splitter, extents, outputOf, inputOf),
  windows_maxPool: splitMaxPool,
  windows_maxPoolGradient: splitMaxPoolGradient,
  windows_maxPoolWithin: (splitter, extents) => splitWithin(splitter, extents, inputOf, outputOf),
  windows_convolve: splitConvolve,
  windows_convolveWeightGradient: splitWeightGradient,
};
const families: Readonly<Record<string, Split>> = {
  map: toElements,
  compareScalar: toMask,
  zip: (splitter) => splitZip(splitter, splitter.bytes),
  compare: (splitter) => splitZip(splitter, 1),
};

/**
 * Kernels that stay in one thread: they look for one element, copy a few thousand to scratch memory, or measure the speed of
 * a thread.
 */
const undivided = new Set(["reduce_find", "reduce_gather", "multiply_add_loop"]);

/** Which operand of a kernel is the address of scratch memory, by names without the dtype. */
const scratchOperandOf: Readonly<Record<string, number>> = {
  gemm: 14,
  gemv_transposed: 8,
  windows_averagePoolGradient: 5,
  windows_convolve: 8,
  windows_convolveWeightGradient: 9,
};

/** For each kernel, which operand is the address of scratch memory; −1 for none. */
export function scratchOperands(kernels: Kernels): Int8Array {
  return Int8Array.from(Object.keys(kernels), (name) => scratchOperandOf[withoutDType(name)] ?? -1);
}

/**
 * The kernels, divided between threads where that is worth its while: the same bits, as each element of a result is computed
 * by one thread in the order that it always is.
 *
 * @param kernels those of one thread
 * @param fork hands parts out
 * @param memory that of the engine
 * @param settings how they are divided
 */
export function forkedKernels(
  kernels: Kernels,
  fork: Fork,
  memory: { readonly buffer: ArrayBufferLike },
  settings: SplitSettings,
): Kernels {
  const extents = new Extents(memory);
  const forked: Record<KernelName, Kernel> = { ...kernels };
  for (const name of namesOf(kernels)) {
    const split = splitOf(withoutDType(name));
    if (split !== undefined) forked[name] = split(splitterOf(fork, kernels, name, settings), extents);
  }
  return forked;
}

/** How a kernel is divided; undefined for one that is not. */
function splitOf(name: string): Split | undefined {
  if (undivided.has(name)) return undefined;
  const family = name.slice(0, name.indexOf("_"));
  const split = exact[name] ?? families[family];
  if (split === undefined) throw new RangeError(`expected a kernel that can be divided, got ${name}`);
  return split;
}

function withoutDType(name: string): string {
  return name.replace(/_f(32|64)$/, "");
}

function namesOf(kernels: Kernels): KernelName[] {
  return Object.keys(kernels).filter((name): name is KernelName => name in kernels);
}
