import type { ReduceKernel } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import { integerReduce } from "../backend/integer/integerReduce.ts";
import type { DType, FloatDType, TypedArrayOf } from "../dtype/DType.ts";
import { floatOnly } from "../elementwise/check.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { areColumns } from "./areColumns.ts";
import { RUNS_AT_ONCE } from "./runs.ts";

/** positions[i] ← where the extreme of run i is: see {@link RunTotals}. */
type RunPositions = (count: number, start: number, step: number, positions: Int32Array) => void;

const loop = new StridedLoop();
const found = new Int32Array(RUNS_AT_ONCE);
const extremes = new Float64Array(RUNS_AT_ONCE);

/**
 * values, indices ← the largest or smallest element of each run of x along a dimension, and its position there. Both have
 * x's size with that dimension 1.
 */
export function extremesInto(
  name: string,
  operation: "argMax" | "argMin",
  x: StridedElements,
  dimension: number,
  values: StridedElements,
  indices: StridedElements<"int32">,
): void {
  if (hasFloats(x)) {
    storeExtremes(x, dimension, values, indices, floatPositions(operation, x, dimension));
    return;
  }
  const kernel = integerReduce[operation];
  if (kernel === undefined || !hasIntegers(x)) throw floatOnly(name, x);
  storeExtremes(x, dimension, values, indices, runPositions(kernel, x, dimension));
}

function runPositions<D extends DType>(
  kernel: ReduceKernel<TypedArrayOf<D>>,
  x: StridedElements<D>,
  dimension: number,
): RunPositions {
  const length = x.size()[dimension];
  const stride = x.stride()[dimension];
  const data = x.storage().data;
  return (count, start, step, positions) => {
    for (let i = 0, at = start; i < count; i++, at += step) positions[i] = kernel(length, data, at, stride, 0);
  };
}

function floatPositions(
  operation: "argMax" | "argMin",
  x: StridedElements<FloatDType>,
  dimension: number,
): RunPositions {
  const length = x.size()[dimension];
  const stride = x.stride()[dimension];
  const data = x.storage().data;
  const sign = operation === "argMax" ? 1 : -1;
  const byRun = runPositions(backend().reduce[operation], x, dimension);
  return (count, start, step, positions) => {
    if (!areColumns(count, step, stride)) byRun(count, start, step, positions);
    else backend().columns.extremes(length, count, data, start, stride, step, sign, extremes, positions);
  };
}

function storeExtremes(
  x: StridedElements,
  dimension: number,
  values: StridedElements,
  indices: StridedElements<"int32">,
  positionsOf: RunPositions,
): void {
  const stride = x.stride()[dimension];
  const from = x.storage().data;
  const value = values.storage().data;
  const index = indices.storage().data;
  loop.begin(values.size(), x.stride(), values.stride(), indices.stride());
  do {
    for (let first = 0; first < loop.count; first += RUNS_AT_ONCE) {
      const count = Math.min(RUNS_AT_ONCE, loop.count - first);
      let ix = x.storageOffset() + loop.x + first * loop.xStride;
      let iv = values.storageOffset() + loop.y + first * loop.yStride;
      let ii = indices.storageOffset() + loop.z + first * loop.zStride;
      positionsOf(count, ix, loop.xStride, found);
      for (let i = 0; i < count; i++) {
        value[iv] = from[ix + found[i] * stride];
        index[ii] = found[i];
        ix += loop.xStride;
        iv += loop.yStride;
        ii += loop.zStride;
      }
    }
  } while (loop.advance());
}
