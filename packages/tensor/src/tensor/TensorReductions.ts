import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import { equalElements } from "../elementwise/equal.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { extremesInto } from "../reduce/extremes.ts";
import { checkNotEmpty, checkReduction, reduceAll, reduceDimension, sumAll } from "../reduce/reduce.ts";
import { hasElement, truthInto } from "../reduce/truth.ts";
import { checkDimension } from "../shape/dimension.ts";
import type { Size } from "../shape/size.ts";
import type { OutOptions, OutPairOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorComparisons } from "./TensorComparisons.ts";

/** Whether a reduced dimension stays, with size 1 (the default, as in Torch), or goes away. A tensor always keeps its last one. */
export interface ReductionOptions {
  readonly keepDim?: boolean;
}

/**
 * Reductions: of the whole tensor to a number, or along one dimension to a tensor, `[..., n, ...]` → `[..., 1, ...]`. Sums
 * and products are accumulated in double precision; those of integers wrap around where they are stored in a tensor. One
 * of the layers of {@link Tensor}.
 */
export abstract class TensorReductions<D extends DType = DType> extends TensorComparisons<D> {
  /**
   * The sum of all elements, 0 for an empty tensor; or the sums along a dimension.
   *
   * @throws IndexError for a dimension that is not there
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
  sum(dimension: number, options?: ReductionOptions & OutOptions<D>): Tensor<D>;
  sum(dimension?: number, options?: ReductionOptions & OutOptions<D>): number | Tensor<D> {
    if (dimension === undefined) return sumAll("sum", "sum", this);
    return this.along("sum", dimension, options, (d, sums) => reduceDimension("sum", "sum", this, d, sums));
  }

  /**
   * The product of all elements, or the products along a dimension.
   *
   * @throws ShapeError for an empty tensor
   * @throws IndexError for a dimension that is not there
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4]]);
   * console.log(x.prod()); // 24
   * console.log(x.prod(1).toArray()); // [ [ 2 ], [ 12 ] ]
   * ```
   */
  prod(): number;
  prod(dimension: number, options?: ReductionOptions & OutOptions<D>): Tensor<D>;
  prod(dimension?: number, options?: ReductionOptions & OutOptions<D>): number | Tensor<D> {
    if (dimension === undefined) return reduceAll("prod", "product", this, (joined, next) => joined * next);
    return this.along("prod", dimension, options, (d, products) =>
      reduceDimension("prod", "product", this, d, products),
    );
  }

  /**
   * The mean of all elements, or the means along a dimension.
   *
   * @throws ShapeError for an empty tensor
   * @throws IndexError for a dimension that is not there
   * @throws DTypeError for the means of an integer tensor along a dimension, which it could not hold
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4]]);
   * console.log(x.mean()); // 2.5
   * console.log(x.mean(0).toArray()); // [ [ 2, 3 ] ]
   * ```
   */
  mean(): number;
  mean(dimension: number, options?: ReductionOptions & OutOptions<D>): Tensor<D>;
  mean(dimension?: number, options?: ReductionOptions & OutOptions<D>): number | Tensor<D> {
    checkNotEmpty("mean", this);
    if (dimension === undefined) return sumAll("mean", "sum", this) / this.nElement();
    checkReduction("mean", "sumOfSquaredDifferences", this);
    return this.along("mean", dimension, options, (d, means) =>
      reduceDimension("mean", "sum", this, d, means, this.size(d)),
    );
  }

  /**
   * The largest element, or the largest along a dimension with their indices. NaN counts as the largest; of equals,
   * the first.
   *
   * @returns a number; with a dimension `[values, indices]`
   * @throws ShapeError for an empty tensor
   * @throws IndexError for a dimension that is not there
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 5, 2], [7, 3, 7]]);
   * console.log(x.max()); // 7
   * const [values, indices] = x.max(1, { keepDim: false });
   * console.log(values.toArray(), indices.toArray()); // [ 5, 7 ] [ 1, 0 ]
   * ```
   */
  max(): number;
  max(dimension: number, options?: ReductionOptions & OutPairOptions<D>): [values: Tensor<D>, indices: Tensor<"int32">];
  max(dimension?: number, options?: ReductionOptions & OutPairOptions<D>): number | [Tensor<D>, Tensor<"int32">] {
    if (dimension === undefined) return reduceAll("max", "max", this, (a, b) => (a >= b || Number.isNaN(a) ? a : b));
    return this.pairAlong("max", dimension, options, (d, values, indices) =>
      extremesInto("max", "argMax", this, d, values, indices),
    );
  }

  /**
   * The smallest element, or the smallest along a dimension with their indices. NaN counts as the smallest; of
   * equals, the first.
   *
   * @returns a number; with a dimension `[values, indices]`
   * @throws ShapeError for an empty tensor
   * @throws IndexError for a dimension that is not there
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[4, 5, 2], [7, 3, 3]]);
   * console.log(x.min()); // 2
   * const [values, indices] = x.min(1, { keepDim: false });
   * console.log(values.toArray(), indices.toArray()); // [ 2, 3 ] [ 2, 1 ]
   * ```
   */
  min(): number;
  min(dimension: number, options?: ReductionOptions & OutPairOptions<D>): [values: Tensor<D>, indices: Tensor<"int32">];
  min(dimension?: number, options?: ReductionOptions & OutPairOptions<D>): number | [Tensor<D>, Tensor<"int32">] {
    if (dimension === undefined) return reduceAll("min", "min", this, (a, b) => (a <= b || Number.isNaN(a) ? a : b));
    return this.pairAlong("min", dimension, options, (d, values, indices) =>
      extremesInto("min", "argMin", this, d, values, indices),
    );
  }

  /**
   * True when no element is 0, as for an empty tensor; or, along a dimension, 1 where that is so, else 0. NaN is not 0.
   *
   * @throws IndexError for a dimension that is not there
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 0], [2, 3]]);
   * console.log(x.all()); // false
   * console.log(x.gt(-1).all()); // true
   * console.log(x.all(1).toArray()); // [ [ 0 ], [ 1 ] ]
   * ```
   */
  all(): boolean;
  all(dimension: number, options?: ReductionOptions & OutOptions<"uint8">): Tensor<"uint8">;
  all(dimension?: number, options?: ReductionOptions & OutOptions<"uint8">): boolean | Tensor<"uint8"> {
    if (dimension === undefined) return !hasElement("zero", this);
    return this.truthAlong("all", dimension, options);
  }

  /**
   * True when some element is not 0, false for an empty tensor; or, along a dimension, 1 where that is so, else 0. NaN is
   * not 0.
   *
   * @throws IndexError for a dimension that is not there
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 0], [0, 0]]);
   * console.log(x.any()); // true
   * console.log(x.gt(1).any()); // false
   * console.log(x.any(1).toArray()); // [ [ 1 ], [ 0 ] ]
   * ```
   */
  any(): boolean;
  any(dimension: number, options?: ReductionOptions & OutOptions<"uint8">): Tensor<"uint8">;
  any(dimension?: number, options?: ReductionOptions & OutOptions<"uint8">): boolean | Tensor<"uint8"> {
    return dimension === undefined ? hasElement("nonzero", this) : this.truthAlong("any", dimension, options);
  }

  /**
   * True when both tensors have the same dtype, size and elements. NaN equals nothing; −0 equals 0; empty tensors of one
   * dtype are equal.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).equal(tensor([1, 2]))); // true
   * console.log(tensor([1, 2]).equal(tensor([[1, 2]]))); // false
   * ```
   */
  equal(other: Tensor): boolean {
    checkTensor("equal", other);
    return other.dtype === this.dtype && this.isSameSizeAs(other) && equalElements(this, other);
  }

  /** Reduces along a dimension. The reduction gets that dimension counted from the start, and a result that still has it. */
  protected along(
    name: string,
    dimension: number,
    options: (ReductionOptions & OutOptions<D>) | undefined,
    reduce: (d: number, result: Tensor<D>) => void,
    known?: readonly string[],
  ): Tensor<D> {
    const { d, size, kept } = this.reduction(name, dimension, options, known);
    return this.computed({ name, dtype: this.dtype, size, operands: [this] }, options?.out, (result) =>
      reduce(d, kept(result)),
    );
  }

  /** {@link along} for values and indices. */
  protected pairAlong(
    name: string,
    dimension: number,
    options: (ReductionOptions & OutPairOptions<D>) | undefined,
    reduce: (d: number, values: Tensor<D>, indices: Tensor<"int32">) => void,
  ): [Tensor<D>, Tensor<"int32">] {
    const { d, size, kept } = this.reduction(name, dimension, options);
    return this.computedPair({ name, dtype: this.dtype, size, operands: [this] }, options?.out, (values, indices) =>
      reduce(d, kept(values), kept(indices)),
    );
  }

  private truthAlong(
    quantifier: "all" | "any",
    dimension: number,
    options: ReductionOptions & OutOptions<"uint8"> = {},
  ): Tensor<"uint8"> {
    const { d, size, kept } = this.reduction(quantifier, dimension, options);
    return this.computed({ name: quantifier, dtype: "uint8", size, operands: [this] }, options.out, (mask) =>
      truthInto(quantifier, this, d, kept(mask)),
    );
  }

  /**
   * What a reduction along a dimension gives: the dimension counted from the start, the size of the result, and how to
   * see a tensor of that size with the reduced dimension still there.
   */
  private reduction(
    name: string,
    dimension: number,
    options: ReductionOptions & { readonly out?: unknown } = {},
    known: readonly string[] = ["keepDim", "out"],
  ): { readonly d: number; readonly size: Size; readonly kept: <T extends DType>(result: Tensor<T>) => Tensor<T> } {
    checkOptions(name, options, known);
    const d = checkDimension(name, dimension, this.dim());
    const drops = options.keepDim === false && this.dim() > 1;
    return {
      d,
      size: drops ? this.size().filter((_, at) => at !== d) : this.size().map((extent, at) => (at === d ? 1 : extent)),
      kept: (result) => (drops ? result.unsqueeze(d) : result),
    };
  }
}
