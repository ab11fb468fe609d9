import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { dotProduct, matrixMatrix, matrixVector, outerProduct } from "../matrix/products.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorReductions } from "./TensorReductions.ts";

/**
 * Matrix products of float tensors, accumulated into this one. Operands may be transposed views: they are not copied.
 * The fifth of the layers of {@link Tensor}.
 */
export abstract class TensorProducts<D extends DType = DType> extends TensorReductions<D> {
  /** Σ xᵢ·yᵢ with a tensor of the same size. */
  dot(other: Tensor<D>): number {
    return dotProduct(this, other);
  }

  /**
   * this ← beta·this + alpha·A·B with A `[m, k]`, B `[k, n]`, this `[m, n]`; alpha and beta are 1 when left out. With
   * beta 0 the old elements do not count, not even NaN.
   *
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const a = tensor([[1, 2], [3, 4]]);
   * console.log(zeros(2, 2).addmm(a, a.t()).toArray()); // [ [ 5, 11 ], [ 11, 25 ] ]
   * ```
   */
  addmm(a: Tensor<D>, b: Tensor<D>): this;
  addmm(alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  addmm(beta: number, alpha: number, a: Tensor<D>, b: Tensor<D>): this;
  addmm(...operands: Scaled<Tensor<D>, Tensor<D>>): this {
    const [beta, alpha, a, b] = scaled("addmm", operands);
    matrixMatrix("addmm", beta, alpha, a, b, this);
    return this;
  }

  /** this ← beta·this + alpha·A·x with A `[m, n]`, x `[n]`, this `[m]`; as {@link addmm}. */
  addmv(a: Tensor<D>, x: Tensor<D>): this;
  addmv(alpha: number, a: Tensor<D>, x: Tensor<D>): this;
  addmv(beta: number, alpha: number, a: Tensor<D>, x: Tensor<D>): this;
  addmv(...operands: Scaled<Tensor<D>, Tensor<D>>): this {
    const [beta, alpha, a, x] = scaled("addmv", operands);
    matrixVector("addmv", beta, alpha, a, x, this);
    return this;
  }

  /** this ← beta·this + alpha·x·yᵀ with x `[m]`, y `[n]`, this `[m, n]`; as {@link addmm}. */
  addr(x: Tensor<D>, y: Tensor<D>): this;
  addr(alpha: number, x: Tensor<D>, y: Tensor<D>): this;
  addr(beta: number, alpha: number, x: Tensor<D>, y: Tensor<D>): this;
  addr(...operands: Scaled<Tensor<D>, Tensor<D>>): this {
    const [beta, alpha, x, y] = scaled("addr", operands);
    outerProduct("addr", beta, alpha, x, y, this);
    return this;
  }
}

/** Two operands, with no, one (alpha) or two (beta, alpha) scalars before them. */
type Scaled<A, B> =
  | readonly [a: A, b: B]
  | readonly [alpha: number, a: A, b: B]
  | readonly [beta: number, alpha: number, a: A, b: B];

function scaled<A, B>(name: string, operands: Scaled<A, B>): readonly [beta: number, alpha: number, a: A, b: B] {
  if (operands.length === 2) return [1, 1, operands[0], operands[1]];
  if (operands.length === 3) return [1, operands[0], operands[1], operands[2]];
  if (operands.length === 4) return operands;
  throw new ArgumentError(`${name}: expected two operands after up to two scalars`);
}
