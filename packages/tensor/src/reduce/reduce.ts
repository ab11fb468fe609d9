import type { ReduceKernel, ReduceOperation } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import { integerReduce } from "../backend/integer/integerKernels.ts";
import type { DType, TypedArrayOf } from "../dtype/DType.ts";
import { floatOnly } from "../elementwise/check.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { reduceRuns, runSum } from "../loops/run.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { formatSize } from "../shape/size.ts";

const loop = new StridedLoop();

/** The sum over all elements of what a summing kernel makes of them; 0 for an empty tensor. */
export function sumAll(
  name: string,
  operation: "sum" | "sumOfPowers" | "sumOfSquaredDifferences",
  x: StridedElements,
  a = 0,
): number {
  if (hasFloats(x)) return runSum(backend().reduce[operation], x, a);
  const kernel = integerReduce[operation];
  if (kernel === undefined || !hasIntegers(x)) throw floatOnly(name, x);
  return runSum(kernel, x, a);
}

/**
 * One number from all elements.
 *
 * @throws ShapeError for an empty tensor
 */
export function reduceAll(
  name: string,
  operation: "product" | "max" | "min",
  x: StridedElements,
  join: (joined: number, next: number) => number,
): number {
  if (x.nElement() === 0) throw new ShapeError(`${name}: expected a tensor that is not empty, got size []`);
  if (hasFloats(x)) return reduceRuns(backend().reduce[operation], x, join);
  const kernel = integerReduce[operation];
  if (kernel === undefined || !hasIntegers(x)) throw floatOnly(name, x);
  return reduceRuns(kernel, x, join);
}

/**
 * y ← f(each run of x along a dimension); y has x's size with that dimension 1.
 *
 * @throws ShapeError when y does not have that size
 */
export function reduceDimension(
  name: string,
  operation: ReduceOperation,
  x: StridedElements,
  dimension: number,
  y: StridedElements,
  a = 0,
): void {
  const expected = x.size().map((extent, d) => (d === dimension ? 1 : extent));
  if (!y.size().every((extent, d) => extent === expected[d]) || y.size().length !== expected.length) {
    throw new ShapeError(
      `${name}: expected a destination of size ${formatSize(expected)}, got ${formatSize(y.size())}`,
    );
  }
  if (hasFloats(x)) {
    reduceRunsInto(backend().reduce[operation], x, dimension, y, a);
    return;
  }
  const kernel = integerReduce[operation];
  if (kernel === undefined || !hasIntegers(x)) throw floatOnly(name, x);
  reduceRunsInto(kernel, x, dimension, y, a);
}

function reduceRunsInto<D extends DType>(
  kernel: ReduceKernel<TypedArrayOf<D>>,
  x: StridedElements<D>,
  dimension: number,
  y: StridedElements,
  a: number,
): void {
  const count = x.size()[dimension];
  const stride = x.stride()[dimension];
  const from = x.storage().data;
  const to = y.storage().data;
  // The loop walks y; x goes along, without its reduced dimension, which is 1 in y.
  loop.begin(y.size(), x.stride(), y.stride(), y.stride());
  do {
    let ix = x.storageOffset() + loop.x;
    let iy = y.storageOffset() + loop.y;
    for (let i = 0; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride)
      to[iy] = kernel(count, from, ix, stride, a);
  } while (loop.advance());
}
