import type { DType } from "../dtype/DType.ts";
import {
  batchedSize,
  matrixMatrixSize,
  matrixVectorSize,
  outerProductSize,
  type ProductSize,
} from "../matrix/check.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { computeInto } from "../result/computeInto.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { newTensor } from "./newTensor.ts";

/**
 * The matrix product A·B: `[m, k]`, `[k, n]` → `[m, n]`. Operands may be transposed views: they are not copied.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { mm, tensor } from "@rushlight/tensor";
 *
 * console.log(mm(tensor([[1, 2]]), tensor([[3], [4]])).toArray()); // [ [ 11 ] ]
 * ```
 */
export function mm<D extends DType>(a: Tensor<D>, b: Tensor<D>, options: OutOptions<D> = {}): Tensor<D> {
  return product("mm", matrixMatrixSize, a, b, options, (result) => result.addmm(0, 1, a, b));
}

/**
 * The product of a matrix and a vector, A·x: `[m, n]`, `[n]` → `[m]`.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { mv, tensor } from "@rushlight/tensor";
 *
 * console.log(mv(tensor([[1, 2], [3, 4]]), tensor([1, 10])).toArray()); // [ 21, 43 ]
 * ```
 */
export function mv<D extends DType>(a: Tensor<D>, x: Tensor<D>, options: OutOptions<D> = {}): Tensor<D> {
  return product("mv", matrixVectorSize, a, x, options, (result) => result.addmv(0, 1, a, x));
}

/**
 * The outer product of two vectors, x·yᵀ: `[m]`, `[n]` → `[m, n]`.
 *
 * @throws ShapeError or DTypeError unless both are vectors of one float dtype
 * @example
 * ```ts
 * import { ger, tensor } from "@rushlight/tensor";
 *
 * console.log(ger(tensor([1, 2]), tensor([3, 4])).toArray()); // [ [ 3, 4 ], [ 6, 8 ] ]
 * ```
 */
export function ger<D extends DType>(x: Tensor<D>, y: Tensor<D>, options: OutOptions<D> = {}): Tensor<D> {
  return product("ger", outerProductSize, x, y, options, (result) => result.addr(0, 1, x, y));
}

/**
 * The matrix products of two batches, Aᵢ·Bᵢ: `[b, m, k]`, `[b, k, n]` → `[b, m, n]`.
 *
 * @throws ShapeError or DTypeError when the operands do not fit
 * @example
 * ```ts
 * import { bmm, tensor } from "@rushlight/tensor";
 *
 * const a = tensor([[[1, 2]], [[3, 4]]]);
 * console.log(bmm(a, a.transpose(1, 2)).toArray()); // [ [ [ 5 ] ], [ [ 25 ] ] ]
 * ```
 */
export function bmm<D extends DType>(a: Tensor<D>, b: Tensor<D>, options: OutOptions<D> = {}): Tensor<D> {
  return product("bmm", batchedSize, a, b, options, (result) => result.baddbmm(0, 1, a, b));
}

/**
 * Σ xᵢ·yᵢ over two tensors of one size; 0 for empty tensors.
 *
 * @throws ShapeError or DTypeError when size or dtype differ
 * @example
 * ```ts
 * import { dot, tensor } from "@rushlight/tensor";
 *
 * console.log(dot(tensor([1, 2]), tensor([3, 4]))); // 11
 * ```
 */
export function dot<D extends DType>(x: Tensor<D>, y: Tensor<D>): number {
  return x.dot(y);
}

function product<D extends DType>(
  name: string,
  sizeOf: ProductSize,
  a: Tensor<D>,
  b: Tensor<D>,
  options: OutOptions<D>,
  compute: (result: Tensor<D>) => void,
): Tensor<D> {
  checkOptions(name, options, ["out"]);
  const size = sizeOf(name, a, b);
  return computeInto({ name, dtype: a.dtype, size, operands: [a, b] }, newTensor, options.out, compute);
}
