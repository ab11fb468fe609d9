import type { DType } from "../dtype/DType.ts";
import { copyInto, fillWith } from "../elementwise/copy.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkCross, crossInto } from "../matrix/cross.ts";
import { checkDiagonal, checkMatrix, diagonalOf } from "../matrix/diagonals.ts";
import { lowerTriangleInto, upperTriangleInto } from "../matrix/triangles.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { sumAll } from "../reduce/reduce.ts";
import { formatSize } from "../shape/size.ts";
import type { OutOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorMasks } from "./TensorMasks.ts";

/**
 * Diagonals and triangles of matrices, and the cross product. Diagonals are numbered from 0, the main one: those to the
 * right of it are above 0, those to its left below. One of the layers of {@link Tensor}.
 */
export abstract class TensorMatrices<D extends DType = DType> extends TensorMasks<D> {
  /**
   * A diagonal of a matrix as a new vector, or the square matrix that has a vector as its diagonal k and zeros around it:
   * `[n]` → `[n + |k|, n + |k|]`.
   *
   * @throws ShapeError unless there are 1 or 2 dimensions
   * @throws IndexError when the matrix does not have that diagonal
   * @throws ArgumentError unless k is a whole number
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4]]);
   * console.log(x.diag().toArray()); // [ 1, 4 ]
   * console.log(x.diag(1).toArray()); // [ 2 ]
   * console.log(tensor([5, 6]).diag().toArray()); // [ [ 5, 0 ], [ 0, 6 ] ]
   * ```
   */
  diag(k = 0, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions("diag", options, ["out"]);
    checkDiagonal("diag", k);
    const plan = { name: "diag", dtype: this.dtype, operands: [this] };
    if (this.dim() === 2) {
      const diagonal = diagonalOf("diag", this, k);
      return this.computed({ ...plan, size: diagonal.size() }, options.out, (result) => copyInto(diagonal, result));
    }
    if (this.dim() !== 1) {
      throw new ShapeError(`diag: expected 1 or 2 dimensions, got size ${formatSize(this.size())}`);
    }
    const extent = this.nElement() + Math.abs(k);
    return this.computed({ ...plan, size: [extent, extent] }, options.out, (result) => {
      fillWith("diag", result, 0);
      copyInto(this, diagonalOf("diag", result, k));
    });
  }

  /**
   * The lower triangle of a matrix as a new one: its elements up to diagonal k, and zeros to the right of it.
   *
   * @throws ShapeError unless there are 2 dimensions
   * @throws ArgumentError unless k is a whole number
   * @example
   * ```ts
   * import { ones } from "@rushlight/tensor";
   *
   * console.log(ones(2, 3).tril().toArray()); // [ [ 1, 0, 0 ], [ 1, 1, 0 ] ]
   * ```
   */
  tril(k = 0, options: OutOptions<D> = {}): Tensor<D> {
    return this.triangle("tril", lowerTriangleInto, k, options);
  }

  /**
   * The upper triangle of a matrix as a new one: its elements from diagonal k on, and zeros to the left of it.
   *
   * @throws ShapeError unless there are 2 dimensions
   * @throws ArgumentError unless k is a whole number
   * @example
   * ```ts
   * import { ones } from "@rushlight/tensor";
   *
   * console.log(ones(2, 3).triu(1).toArray()); // [ [ 0, 1, 1 ], [ 0, 0, 1 ] ]
   * ```
   */
  triu(k = 0, options: OutOptions<D> = {}): Tensor<D> {
    return this.triangle("triu", upperTriangleInto, k, options);
  }

  /**
   * The sum of the main diagonal of a matrix.
   *
   * @throws ShapeError unless there are 2 dimensions
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2], [3, 4]]).trace()); // 5
   * ```
   */
  trace(): number {
    checkMatrix("trace", this);
    return sumAll("trace", "sum", diagonalOf("trace", this, 0));
  }

  /**
   * The cross products of the vectors of three elements along a dimension with those of another tensor, as a new one.
   *
   * @param dimension the first one of size 3 when left out
   * @throws ShapeError, DTypeError or IndexError unless both have one size and dtype and the dimension has 3 elements
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 0, 0]).cross(tensor([0, 1, 0])).toArray()); // [ 0, 0, 1 ]
   * ```
   */
  cross(other: Tensor<D>, dimension?: number, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions("cross", options, ["out"]);
    const d = checkCross("cross", this, other, dimension);
    const plan = { name: "cross", dtype: this.dtype, size: this.size(), operands: [this, other] };
    return this.computed(plan, options.out, (result) => crossInto(this, other, d, result));
  }

  private triangle(
    name: string,
    compute: (x: StridedElements, k: number, result: StridedElements) => void,
    k: number,
    options: OutOptions<D>,
  ): Tensor<D> {
    checkOptions(name, options, ["out"]);
    checkMatrix(name, this);
    checkDiagonal(name, k);
    const plan = { name, dtype: this.dtype, size: this.size(), operands: [this], elementwise: true };
    return this.computed(plan, options.out, (result) => compute(this, k, result));
  }
}
