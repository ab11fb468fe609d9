import type { MapKernel, MatrixKernels, ReduceKernel, ZipKernel } from "../backend/Backend.ts";
import type { DType, FloatDType, TypedArrayOf } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "./StridedLoop.ts";

const loop = new StridedLoop();

/** Runs a kernel over two tensors of one size: once when both are dense, else run by run. */
export function runMap<D extends DType, Y extends DType = D>(
  kernel: MapKernel<TypedArrayOf<D>, TypedArrayOf<Y>>,
  x: StridedElements<D>,
  y: StridedElements<Y>,
  a: number,
  b: number,
): void {
  const count = y.nElement();
  if (count === 0) return;
  const xData = x.storage().data;
  const yData = y.storage().data;
  const xOffset = x.storageOffset();
  const yOffset = y.storageOffset();
  if (x.isContiguous() && y.isContiguous()) {
    kernel(count, xData, xOffset, 1, yData, yOffset, 1, a, b);
    return;
  }
  loop.begin(y.size(), x.stride(), y.stride(), y.stride());
  do kernel(loop.count, xData, xOffset + loop.x, loop.xStride, yData, yOffset + loop.y, loop.yStride, a, b);
  while (loop.advance());
}

/** Runs a kernel over three tensors of one size: once when all are dense, else run by run. */
export function runZip<D extends DType, Z extends DType = D>(
  kernel: ZipKernel<TypedArrayOf<D>, TypedArrayOf<Z>>,
  x: StridedElements<D>,
  y: StridedElements<D>,
  z: StridedElements<Z>,
  a: number,
  b: number,
): void {
  const count = z.nElement();
  if (count === 0) return;
  const xData = x.storage().data;
  const yData = y.storage().data;
  const zData = z.storage().data;
  const xOffset = x.storageOffset();
  const yOffset = y.storageOffset();
  const zOffset = z.storageOffset();
  if (x.isContiguous() && y.isContiguous() && z.isContiguous()) {
    kernel(count, xData, xOffset, 1, yData, yOffset, 1, zData, zOffset, 1, a, b);
    return;
  }
  loop.begin(z.size(), x.stride(), y.stride(), z.stride());
  do {
    kernel(
      loop.count,
      xData,
      xOffset + loop.x,
      loop.xStride,
      yData,
      yOffset + loop.y,
      loop.yStride,
      zData,
      zOffset + loop.z,
      loop.zStride,
      a,
      b,
    );
  } while (loop.advance());
}

/**
 * Adds up what a kernel makes of each run of a tensor. For kernels whose results add up; others take
 * {@link reduceRuns}.
 */
export function runSum<D extends DType>(
  kernel: ReduceKernel<TypedArrayOf<D>>,
  x: StridedElements<D>,
  a: number,
): number {
  const count = x.nElement();
  if (count === 0) return 0;
  const data = x.storage().data;
  const offset = x.storageOffset();
  if (x.isContiguous()) return kernel(count, data, offset, 1, a);
  let total = 0;
  loop.begin(x.size(), x.stride(), x.stride(), x.stride());
  do total += kernel(loop.count, data, offset + loop.x, loop.xStride, a);
  while (loop.advance());
  return total;
}

/** Joins what a kernel makes of each run of a tensor that is not empty, in row-major order. */
export function reduceRuns<D extends DType>(
  kernel: ReduceKernel<TypedArrayOf<D>>,
  x: StridedElements<D>,
  join: (joined: number, next: number) => number,
): number {
  const data = x.storage().data;
  const offset = x.storageOffset();
  if (x.isContiguous()) return kernel(x.nElement(), data, offset, 1, 0);
  loop.begin(x.size(), x.stride(), x.stride(), x.stride());
  let joined = kernel(loop.count, data, offset + loop.x, loop.xStride, 0);
  while (loop.advance()) joined = join(joined, kernel(loop.count, data, offset + loop.x, loop.xStride, 0));
  return joined;
}

/** Adds up the dot products of the runs of two tensors of one size. */
export function runDot(
  kernel: MatrixKernels["dot"],
  x: StridedElements<FloatDType>,
  y: StridedElements<FloatDType>,
): number {
  const count = x.nElement();
  if (count === 0) return 0;
  const xData = x.storage().data;
  const yData = y.storage().data;
  const xOffset = x.storageOffset();
  const yOffset = y.storageOffset();
  if (x.isContiguous() && y.isContiguous()) return kernel(count, xData, xOffset, 1, yData, yOffset, 1);
  let total = 0;
  loop.begin(x.size(), x.stride(), y.stride(), y.stride());
  do total += kernel(loop.count, xData, xOffset + loop.x, loop.xStride, yData, yOffset + loop.y, loop.yStride);
  while (loop.advance());
  return total;
}
