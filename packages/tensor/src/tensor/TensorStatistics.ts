import type { DType } from "../dtype/DType.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { distance } from "../reduce/distance.ts";
import { checkPower, normAll, normDimension } from "../reduce/norm.ts";
import { checkNotEmpty, checkReduction } from "../reduce/reduce.ts";
import { renormInto } from "../reduce/renorm.ts";
import { varianceAll, varianceDimension } from "../reduce/variance.ts";
import type { OutOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorHistograms } from "./TensorHistograms.ts";
import type { ReductionOptions } from "./TensorReductions.ts";

/** How a variance estimates that of what the elements were drawn from. */
export interface VarianceOptions {
  /** Whether to divide by n − 1 (the default), which is right on average, or by n. Torch's flag, the other way round. */
  readonly unbiased?: boolean;
}

/**
 * Variances, norms and distances of float tensors, computed in double precision. One of the layers of {@link Tensor}.
 */
export abstract class TensorStatistics<D extends DType = DType> extends TensorHistograms<D> {
  /**
   * The variance of all elements, Σ (x − mean)² / (n − 1), or the variances along a dimension. That of one element is
   * NaN; with `unbiased: false`, which divides by n, it is 0.
   *
   * @throws ShapeError for an empty tensor
   * @throws IndexError for a dimension that is not there
   * @throws DTypeError for an integer tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 3], [5, 9]]);
   * console.log(x.var({ unbiased: false })); // 8.75
   * console.log(x.var(0).toArray()); // [ [ 8, 18 ] ]
   * console.log(x.var(1, { unbiased: false, keepDim: false }).toArray()); // [ 1, 4 ]
   * ```
   */
  var(options?: VarianceOptions): number;
  var(dimension: number, options?: VarianceOptions & ReductionOptions & OutOptions<D>): Tensor<D>;
  var(
    first?: number | VarianceOptions,
    options?: VarianceOptions & ReductionOptions & OutOptions<D>,
  ): number | Tensor<D> {
    if (typeof first === "number") return this.varianceAlong("var", first, false, options);
    return this.variance("var", first ?? options);
  }

  /**
   * The standard deviation of all elements, or those along a dimension: the square root of {@link var}.
   *
   * @throws ShapeError for an empty tensor
   * @throws IndexError for a dimension that is not there
   * @throws DTypeError for an integer tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 5, 9]).std()); // 4
   * console.log(tensor([[1, 3], [5, 9]]).std(1, { unbiased: false }).toArray()); // [ [ 1 ], [ 2 ] ]
   * ```
   */
  std(options?: VarianceOptions): number;
  std(dimension: number, options?: VarianceOptions & ReductionOptions & OutOptions<D>): Tensor<D>;
  std(
    first?: number | VarianceOptions,
    options?: VarianceOptions & ReductionOptions & OutOptions<D>,
  ): number | Tensor<D> {
    if (typeof first === "number") return this.varianceAlong("std", first, true, options);
    return Math.sqrt(this.variance("std", first ?? options));
  }

  /**
   * The p-norm of all elements, (Σ |x|ᵖ)^(1/p), or the norms along a dimension; p is 2 when left out. With p 0 it counts
   * the elements that are not 0, with p `Infinity` it is the largest magnitude. That of an empty tensor is 0.
   *
   * @throws ArgumentError when p is NaN or −∞
   * @throws IndexError for a dimension that is not there
   * @throws DTypeError for an integer tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[3, -4], [0, 5]]);
   * console.log(x.norm(1)); // 12
   * console.log(x.norm(2, 1).toArray()); // [ [ 5 ], [ 5 ] ]
   * console.log(x.norm(Infinity, 0, { keepDim: false }).toArray()); // [ 3, 5 ]
   * ```
   */
  norm(p?: number): number;
  norm(p: number | undefined, dimension: number, options?: ReductionOptions & OutOptions<D>): Tensor<D>;
  norm(p = 2, dimension?: number, options?: ReductionOptions & OutOptions<D>): number | Tensor<D> {
    checkPower("norm", p);
    if (dimension === undefined) return normAll("norm", this, p);
    checkReduction("norm", "sumOfPowers", this);
    return this.along("norm", dimension, options, (d, norms) => normDimension("norm", this, d, norms, p));
  }

  /**
   * Scales every slice of a dimension whose p-norm is above `maxNorm` down to it: by maxNorm / (norm + 10⁻⁷). Changes
   * this tensor.
   *
   * @param p the power of the norm, above 0; `Infinity` for the largest magnitude
   * @param dimension whose slices, as `select` gives them, are looked at: 0 for the rows of a matrix
   * @throws ArgumentError for a power that is not above 0 or a largest norm below 0
   * @throws ShapeError for fewer than 2 dimensions
   * @throws IndexError for a dimension that is not there
   * @throws DTypeError for an integer tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[3, 4], [0, 2]]);
   * console.log(x.renorm(2, 0, 2.5).norm(2, 1).toArray()); // [ [ 2.5 ], [ 2 ] ]
   * ```
   */
  renorm(p: number, dimension: number, maxNorm: number): this {
    renormInto("renorm", this, p, dimension, maxNorm);
    return this;
  }

  /**
   * The distance to a tensor of the same size and dtype: the p-norm of the difference, p being 2 when left out. As
   * {@link norm}.
   *
   * @throws ShapeError or DTypeError when the tensors differ in size or dtype, or hold integers
   * @throws ArgumentError when p is NaN or −∞
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).dist(tensor([4, 6]))); // 5
   * console.log(tensor([1, 2]).dist(tensor([4, 6]), 1)); // 7
   * ```
   */
  dist(other: Tensor<D>, p = 2): number {
    return distance("dist", this, other, p);
  }

  private variance(name: string, options: VarianceOptions = {}): number {
    checkOptions(name, options, ["unbiased"]);
    return varianceAll(name, this, options.unbiased !== false);
  }

  private varianceAlong(
    name: string,
    dimension: number,
    root: boolean,
    options: VarianceOptions & ReductionOptions & OutOptions<D> = {},
  ): Tensor<D> {
    checkNotEmpty(name, this);
    checkReduction(name, "sumOfSquaredDifferences", this);
    return this.along(
      name,
      dimension,
      options,
      (d, result) => varianceDimension(name, this, d, result, options.unbiased !== false, root),
      ["unbiased", "keepDim", "out"],
    );
  }
}
