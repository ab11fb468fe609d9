import type { DType } from "../dtype/DType.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { formatSize } from "../shape/size.ts";
import { Tensor } from "../tensor/Tensor.ts";

/**
 * The matrix product of `[m, k]` and `[k, n]`: a new `[m, n]`.
 *
 * @throws ShapeError when the sizes do not fit
 * @example
 * ```ts
 * import { mm, tensor } from "@rushlight/tensor";
 *
 * console.log(mm(tensor([[1, 2]]), tensor([[3], [4]])).toArray()); // [ [ 11 ] ]
 * ```
 */
export function mm<D extends DType>(a: Tensor<D>, b: Tensor<D>): Tensor<D> {
  checkDimensions("mm", a, 2, b, 2);
  return new Tensor<D>([a.size(0), b.size(1)], { dtype: a.dtype }).addmm(0, 1, a, b);
}

/**
 * The product of a matrix `[m, n]` and a vector `[n]`: a new `[m]`.
 *
 * @throws ShapeError when the sizes do not fit
 */
export function mv<D extends DType>(a: Tensor<D>, x: Tensor<D>): Tensor<D> {
  checkDimensions("mv", a, 2, x, 1);
  return new Tensor<D>([a.size(0)], { dtype: a.dtype }).addmv(0, 1, a, x);
}

/**
 * The outer product of `[m]` and `[n]`: a new `[m, n]`.
 *
 * @throws ShapeError unless both are vectors
 */
export function ger<D extends DType>(x: Tensor<D>, y: Tensor<D>): Tensor<D> {
  checkDimensions("ger", x, 1, y, 1);
  return new Tensor<D>([x.size(0), y.size(0)], { dtype: x.dtype }).addr(x, y);
}

/** Σ xᵢ·yᵢ over two tensors of one size. */
export function dot<D extends DType>(x: Tensor<D>, y: Tensor<D>): number {
  return x.dot(y);
}

function checkDimensions(name: string, a: Tensor, aDimensions: number, b: Tensor, bDimensions: number): void {
  if (a.dim() !== aDimensions || b.dim() !== bDimensions) {
    throw new ShapeError(
      `${name}: expected ${aDimensions} and ${bDimensions} dimensions, got ${formatSize(a.size())} and ${formatSize(b.size())}`,
    );
  }
}
