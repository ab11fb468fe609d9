import type { DType, FloatDType, TypedArrayOf } from "../dtype/DType.ts";
import { checkSameDType } from "../elementwise/check.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { areColumns } from "../reduce/areColumns.ts";
import { RUNS_AT_ONCE } from "../reduce/runs.ts";
import { columnScan } from "./columnScan.ts";
import { floatScan } from "./floatScan.ts";
import { integerScan } from "./integerScan.ts";
import type { ScanKernel, ScanOperation } from "./ScanKernel.ts";

/** Scans `count` runs of x that begin a step apart, the first at `start`, into those of z. */
type ScanRuns = (count: number, xStart: number, xStep: number, zStart: number, zStep: number) => void;

const loop = new StridedLoop();
const totals = new Float64Array(RUNS_AT_ONCE);

/**
 * z ← the sums or products of each run of x along a dimension up to every element of it. z has x's size and dtype; it may
 * be x, and must not overlap it otherwise.
 *
 * @throws DTypeError when the dtypes differ
 */
export function scanInto(
  name: string,
  operation: ScanOperation,
  x: StridedElements,
  dimension: number,
  z: StridedElements,
): void {
  checkSameDType(name, x, z);
  if (hasFloats(x) && hasFloats(z)) walkRuns(x, dimension, z, floatRuns(operation, x, dimension, z));
  else if (hasIntegers(x) && hasIntegers(z))
    walkRuns(x, dimension, z, runByRun(integerScan[operation], x, dimension, z));
}

function walkRuns(x: StridedElements, dimension: number, z: StridedElements, scan: ScanRuns): void {
  const beginnings = x.size().map((extent, d) => (d === dimension ? 1 : extent));
  loop.begin(beginnings, x.stride(), z.stride(), z.stride());
  do {
    for (let first = 0; first < loop.count; first += RUNS_AT_ONCE) {
      const count = Math.min(RUNS_AT_ONCE, loop.count - first);
      const ix = x.storageOffset() + loop.x + first * loop.xStride;
      const iz = z.storageOffset() + loop.y + first * loop.yStride;
      scan(count, ix, loop.xStride, iz, loop.yStride);
    }
  } while (loop.advance());
}

function runByRun<D extends DType>(
  kernel: ScanKernel<TypedArrayOf<D>>,
  x: StridedElements<D>,
  dimension: number,
  z: StridedElements<D>,
): ScanRuns {
  const length = x.size()[dimension];
  const xStride = x.stride()[dimension];
  const zStride = z.stride()[dimension];
  const from = x.storage().data;
  const to = z.storage().data;
  return (count, ix, xStep, iz, zStep) => {
    for (let i = 0; i < count; i++, ix += xStep, iz += zStep) kernel(length, from, ix, xStride, to, iz, zStride);
  };
}

function floatRuns(
  operation: ScanOperation,
  x: StridedElements<FloatDType>,
  dimension: number,
  z: StridedElements<FloatDType>,
): ScanRuns {
  const length = x.size()[dimension];
  const xStride = x.stride()[dimension];
  const zStride = z.stride()[dimension];
  const from = x.storage().data;
  const to = z.storage().data;
  const byRun = runByRun(floatScan[operation], x, dimension, z);
  const byColumn = columnScan[operation];
  return (count, ix, xStep, iz, zStep) => {
    if (!areColumns(count, xStep, xStride)) byRun(count, ix, xStep, iz, zStep);
    else byColumn(length, count, from, ix, xStride, xStep, to, iz, zStride, zStep, totals);
  };
}
