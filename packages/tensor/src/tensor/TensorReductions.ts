import type { ReduceOperation } from "../backend/Backend.ts";
import type { DType } from "../dtype/DType.ts";
import { equalElements } from "../elementwise/equal.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { reduceAll, reduceDimension, sumAll } from "../reduce/reduce.ts";
import { checkDimension } from "../shape/dimension.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorMath } from "./TensorMath.ts";

/** Whether a reduced dimension stays, with size 1 (the default, as in Torch), or goes away. A tensor always keeps its last one. */
export interface ReductionOptions {
  readonly keepDim?: boolean;
}

/**
 * Reductions: of the whole tensor to a number, or along one dimension to a tensor. Sums are accumulated in double
 * precision. The fourth of the layers of {@link Tensor}.
 */
export abstract class TensorReductions<D extends DType = DType> extends TensorMath<D> {
  /** A zero tensor of this dtype. */
  protected abstract allocate(size: readonly number[]): Tensor<D>;
  /** A zero tensor for indices. */
  protected abstract allocateIndices(size: readonly number[]): Tensor<"int32">;

  /**
   * The sum of all elements, or the sums along a dimension.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4]]);
   * console.log(x.sum()); // 10
   * console.log(x.sum(0).toArray()); // [ [ 4, 6 ] ]
   * console.log(x.sum(0, { keepDim: false }).toArray()); // [ 4, 6 ]
   * ```
   */
  sum(): number;
  sum(dimension: number, options?: ReductionOptions): Tensor<D>;
  sum(dimension?: number, options?: ReductionOptions): number | Tensor<D> {
    return dimension === undefined ? sumAll("sum", "sum", this) : this.along("sum", "sum", dimension, options);
  }

  /** The product of all elements, or the products along a dimension. */
  prod(): number;
  prod(dimension: number, options?: ReductionOptions): Tensor<D>;
  prod(dimension?: number, options?: ReductionOptions): number | Tensor<D> {
    if (dimension === undefined) return reduceAll("prod", "product", this, (joined, next) => joined * next);
    return this.along("prod", "product", dimension, options);
  }

  /** The mean of all elements, or the means along a dimension. */
  mean(): number;
  mean(dimension: number, options?: ReductionOptions): Tensor<D>;
  mean(dimension?: number, options?: ReductionOptions): number | Tensor<D> {
    if (this.nElement() === 0) throw new ShapeError("mean: expected a tensor that is not empty, got size []");
    if (dimension === undefined) return sumAll("mean", "sum", this) / this.nElement();
    return this.along("mean", "sum", dimension, options).div(this.size(dimension));
  }

  /**
   * The largest element, or the largest along a dimension with their indices. NaN counts as the largest; of equals,
   * the first.
   *
   * @returns a number; with a dimension `[values, indices]`
   */
  max(): number;
  max(dimension: number, options?: ReductionOptions): [values: Tensor<D>, indices: Tensor<"int32">];
  max(dimension?: number, options?: ReductionOptions): number | [Tensor<D>, Tensor<"int32">] {
    if (dimension === undefined) return reduceAll("max", "max", this, (a, b) => (a >= b || Number.isNaN(a) ? a : b));
    return [this.along("max", "max", dimension, options), this.positions("max", "argMax", dimension, options)];
  }

  /**
   * The smallest element, or the smallest along a dimension with their indices. NaN counts as the smallest; of
   * equals, the first.
   *
   * @returns a number; with a dimension `[values, indices]`
   */
  min(): number;
  min(dimension: number, options?: ReductionOptions): [values: Tensor<D>, indices: Tensor<"int32">];
  min(dimension?: number, options?: ReductionOptions): number | [Tensor<D>, Tensor<"int32">] {
    if (dimension === undefined) return reduceAll("min", "min", this, (a, b) => (a <= b || Number.isNaN(a) ? a : b));
    return [this.along("min", "min", dimension, options), this.positions("min", "argMin", dimension, options)];
  }

  /** The p-norm of all elements: (Σ |x|ᵖ)^(1/p), p 2 by default; p 0 counts the elements that are not zero. */
  norm(p = 2): number {
    if (p === Number.POSITIVE_INFINITY) {
      return Math.max(Math.abs(this.max()), Math.abs(this.min()));
    }
    const total = sumAll("norm", "sumOfPowers", this, p);
    return p === 0 || p === 1 ? total : p === 2 ? Math.sqrt(total) : total ** (1 / p);
  }

  /** True when both tensors have the same dtype, size and elements. NaN equals nothing. */
  equal(other: Tensor): boolean {
    return other.dtype === this.dtype && this.isSameSizeAs(other) && equalElements(this, other);
  }

  private along(name: string, operation: ReduceOperation, dimension: number, options?: ReductionOptions): Tensor<D> {
    const { d, size } = this.reducedSize(name, dimension);
    const result = this.allocate(size);
    reduceDimension(name, operation, this, d, result);
    return keep(result, d, options);
  }

  private positions(
    name: string,
    operation: "argMax" | "argMin",
    dimension: number,
    options?: ReductionOptions,
  ): Tensor<"int32"> {
    const { d, size } = this.reducedSize(name, dimension);
    const result = this.allocateIndices(size);
    reduceDimension(name, operation, this, d, result);
    return keep(result, d, options);
  }

  private reducedSize(name: string, dimension: number): { d: number; size: readonly number[] } {
    const d = checkDimension(name, dimension, this.dim());
    return { d, size: this.size().map((extent, at) => (at === d ? 1 : extent)) };
  }
}

function keep<D extends DType>(result: Tensor<D>, dimension: number, options?: ReductionOptions): Tensor<D> {
  return (options?.keepDim ?? true) ? result : result.squeeze(dimension);
}
