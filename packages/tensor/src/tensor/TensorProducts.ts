import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { batchedProduct, summedBatchProduct } from "../matrix/batches.ts";
import { dotProduct, matrixMatrix, matrixVector, outerProduct } from "../matrix/products.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorMatrices } from "./TensorMatrices.ts";

/**
 * Products of float tensors, accumulated into this one: this ← beta·this + alpha·(product). As in Torch, the scalars come
 * first: none, alpha, or beta and alpha; both are 1 when left out. With beta 0 the old elements do not count, not even
 * NaN. Operands may be transposed views, which are not copied, and may overlap this tensor. One of the layers of
 * {@link Tensor}.
 */
export abstract class TensorProducts<D extends DType = DType> extends TensorMatrices<D> {
  /**
   * Σ xᵢ·yᵢ with a tensor of the same size; 0 for empty tensors.
   *
   * @throws ShapeError or DTypeError when size or dtype differ
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).dot(tensor([4, 5, 6]))); // 32
   * ```
   */
  dot(other: Tensor<D>): number {
    return dotProduct(this, other);
  }

  /**
   * this ← beta·this + alpha·A·B with A `[m, k]`, B `[k, n]`, this `[m, n]`.
   *
   * @throws ShapeError or DTypeError when the operands do not fit; nothing is written then
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const a = tensor([[1, 2], [3, 4]]);
   * console.log(zeros(2, 2).addmm(a, a.t()).toArray()); // [ [ 5, 11 ], [ 11, 25 ] ]
   * console.log(tensor([[1, 1], [1, 1]]).addmm(10, 2, a, a.t()).toArray()); // [ [ 20, 32 ], [ 32, 60 ] ]
   * ```
   */
  addmm(a: Tensor<D>, b: Tensor<D>): this;
  addmm(alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  addmm(beta: number, alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  addmm(...operands: ScaledOperands<Tensor<D>>): this {
    const [beta, alpha, a, b] = scaled("addmm", operands);
    matrixMatrix("addmm", beta, alpha, a, b, this);
    return this;
  }

  /**
   * this ← beta·this + alpha·A·x with A `[m, n]`, x `[n]`, this `[m]`.
   *
   * @throws ShapeError or DTypeError when the operands do not fit; nothing is written then
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const a = tensor([[1, 2], [3, 4]]);
   * console.log(tensor([10, 20]).addmv(a, tensor([1, 1])).toArray()); // [ 13, 27 ]
   * ```
   */
  addmv(a: Tensor<D>, x: Tensor<D>): this;
  addmv(alpha: number, a: Tensor<D>, x: Tensor<D>): this;
  addmv(beta: number, alpha: number, a: Tensor<D>, x: Tensor<D>): this;
  addmv(...operands: ScaledOperands<Tensor<D>>): this {
    const [beta, alpha, a, x] = scaled("addmv", operands);
    matrixVector("addmv", beta, alpha, a, x, this);
    return this;
  }

  /**
   * this ← beta·this + alpha·x·yᵀ with x `[m]`, y `[n]`, this `[m, n]`.
   *
   * @throws ShapeError or DTypeError when the operands do not fit; nothing is written then
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 2).addr(tensor([1, 2]), tensor([3, 4])).toArray()); // [ [ 3, 4 ], [ 6, 8 ] ]
   * ```
   */
  addr(x: Tensor<D>, y: Tensor<D>): this;
  addr(alpha: number, x: Tensor<D>, y: Tensor<D>): this;
  addr(beta: number, alpha: number, x: Tensor<D>, y: Tensor<D>): this;
  addr(...operands: ScaledOperands<Tensor<D>>): this {
    const [beta, alpha, x, y] = scaled("addr", operands);
    outerProduct("addr", beta, alpha, x, y, this);
    return this;
  }

  /**
   * thisᵢ ← beta·thisᵢ + alpha·Aᵢ·Bᵢ for each matrix of a batch: A `[b, m, k]`, B `[b, k, n]`, this `[b, m, n]`.
   *
   * @throws ShapeError or DTypeError when the operands do not fit; nothing is written then
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const a = tensor([[[1, 2]], [[3, 4]]]);
   * const b = tensor([[[1], [1]], [[10], [100]]]);
   * console.log(zeros(2, 1, 1).baddbmm(a, b).toArray()); // [ [ [ 3 ] ], [ [ 430 ] ] ]
   * ```
   */
  baddbmm(a: Tensor<D>, b: Tensor<D>): this;
  baddbmm(alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  baddbmm(beta: number, alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  baddbmm(...operands: ScaledOperands<Tensor<D>>): this {
    const [beta, alpha, a, b] = scaled("baddbmm", operands);
    batchedProduct("baddbmm", beta, alpha, a, b, this);
    return this;
  }

  /**
   * this ← beta·this + alpha·Σᵢ Aᵢ·Bᵢ, the sum over a batch: A `[b, m, k]`, B `[b, k, n]`, this `[m, n]`.
   *
   * @throws ShapeError or DTypeError when the operands do not fit; nothing is written then
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const a = tensor([[[1, 2]], [[3, 4]]]);
   * const b = tensor([[[1], [1]], [[10], [100]]]);
   * console.log(zeros(1, 1).addbmm(a, b).toArray()); // [ [ 433 ] ]
   * ```
   */
  addbmm(a: Tensor<D>, b: Tensor<D>): this;
  addbmm(alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  addbmm(beta: number, alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  addbmm(...operands: ScaledOperands<Tensor<D>>): this {
    const [beta, alpha, a, b] = scaled("addbmm", operands);
    summedBatchProduct("addbmm", beta, alpha, a, b, this);
    return this;
  }
}

/** Two operands, with no, one (alpha) or two (beta, alpha) scalars before them. */
type ScaledOperands<T> =
  | readonly [a: T, b: T]
  | readonly [alpha: number, a: T, b: T]
  | readonly [beta: number, alpha: number, a: T, b: T];

function scaled<T>(name: string, operands: ScaledOperands<T>): readonly [beta: number, alpha: number, a: T, b: T] {
  if (operands.length === 2) return [1, 1, operands[0], operands[1]];
  if (operands.length === 3) return [1, operands[0], operands[1], operands[2]];
  if (operands.length === 4) return operands;
  throw new ArgumentError(`${name}: expected two operands after up to two scalars`);
}
