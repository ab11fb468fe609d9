import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import { checkRenorm } from "../reduce/renorm.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import type { ReductionOptions } from "../tensor/TensorReductions.ts";
import type { VarianceOptions } from "../tensor/TensorStatistics.ts";
import { changedResult } from "./elementwiseResult.ts";

/**
 * The variance of all elements of a tensor, Σ (x − mean)² / (n − 1), or the variances along a dimension:
 * {@link Tensor.var}. Torch's `torch.var`, whose name is none that a function can be exported under.
 *
 * @throws ShapeError for an empty tensor
 * @throws IndexError for a dimension that is not there
 * @throws DTypeError for an integer tensor
 * @example
 * ```ts
 * import { tensor, variance } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 3], [5, 9]]);
 * console.log(variance(x, { unbiased: false })); // 8.75
 * console.log(variance(x, 0).toArray()); // [ [ 8, 18 ] ]
 * ```
 */
export function variance(x: Tensor, options?: VarianceOptions): number;
export function variance<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  options?: VarianceOptions & ReductionOptions & OutOptions<D>,
): Tensor<D>;
export function variance<D extends DType>(
  x: Tensor<D>,
  first?: number | VarianceOptions,
  options?: VarianceOptions & ReductionOptions & OutOptions<D>,
): number | Tensor<D> {
  checkTensor("variance", x);
  return typeof first === "number" ? x.var(first, options) : x.var(first);
}

/**
 * The standard deviation of all elements of a tensor, or those along a dimension: {@link Tensor.std}.
 *
 * @throws ShapeError for an empty tensor
 * @throws IndexError for a dimension that is not there
 * @throws DTypeError for an integer tensor
 * @example
 * ```ts
 * import { std, tensor } from "@rushlight/tensor";
 *
 * console.log(std(tensor([1, 5, 9]))); // 4
 * console.log(std(tensor([[1, 3], [5, 9]]), 1, { unbiased: false }).toArray()); // [ [ 1 ], [ 2 ] ]
 * ```
 */
export function std(x: Tensor, options?: VarianceOptions): number;
export function std<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  options?: VarianceOptions & ReductionOptions & OutOptions<D>,
): Tensor<D>;
export function std<D extends DType>(
  x: Tensor<D>,
  first?: number | VarianceOptions,
  options?: VarianceOptions & ReductionOptions & OutOptions<D>,
): number | Tensor<D> {
  checkTensor("std", x);
  return typeof first === "number" ? x.std(first, options) : x.std(first);
}

/**
 * The p-norm of all elements of a tensor, (Σ |x|ᵖ)^(1/p), or the norms along a dimension; p is 2 when left out:
 * {@link Tensor.norm}.
 *
 * @throws ArgumentError when p is NaN or −∞
 * @throws IndexError for a dimension that is not there
 * @throws DTypeError for an integer tensor
 * @example
 * ```ts
 * import { norm, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[3, -4], [0, 5]]);
 * console.log(norm(x, 1)); // 12
 * console.log(norm(x, 2, 1).toArray()); // [ [ 5 ], [ 5 ] ]
 * ```
 */
export function norm(x: Tensor, p?: number): number;
export function norm<D extends DType>(
  x: Tensor<D>,
  p: number | undefined,
  dimension: number,
  options?: ReductionOptions & OutOptions<D>,
): Tensor<D>;
export function norm<D extends DType>(
  x: Tensor<D>,
  p?: number,
  dimension?: number,
  options?: ReductionOptions & OutOptions<D>,
): number | Tensor<D> {
  checkTensor("norm", x);
  return dimension === undefined ? x.norm(p) : x.norm(p, dimension, options);
}

/**
 * A new tensor in which every slice of a dimension whose p-norm is above `maxNorm` is scaled down to it:
 * {@link Tensor.renorm} without changing the operand.
 *
 * @throws ArgumentError for a power that is not above 0 or a largest norm below 0
 * @throws ShapeError for fewer than 2 dimensions
 * @throws IndexError for a dimension that is not there
 * @throws DTypeError for an integer tensor
 * @example
 * ```ts
 * import { renorm, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[3, 4], [0, 2]]);
 * console.log(renorm(x, 2, 0, 2.5).norm(2, 1).toArray()); // [ [ 2.5 ], [ 2 ] ]
 * console.log(x.norm(2, 1).toArray()); // [ [ 5 ], [ 2 ] ]
 * ```
 */
export function renorm<D extends DType>(
  x: Tensor<D>,
  p: number,
  dimension: number,
  maxNorm: number,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("renorm", x);
  checkRenorm("renorm", x, p, dimension, maxNorm);
  return changedResult("renorm", [x], options, (copy) => copy.renorm(p, dimension, maxNorm));
}

/**
 * The distance between two tensors of one size and dtype: the p-norm of their difference, p being 2 when left out.
 * {@link Tensor.dist}.
 *
 * @throws ShapeError or DTypeError when the tensors differ in size or dtype, or hold integers
 * @throws ArgumentError when p is NaN or −∞
 * @example
 * ```ts
 * import { dist, tensor } from "@rushlight/tensor";
 *
 * console.log(dist(tensor([1, 2]), tensor([4, 6]))); // 5
 * ```
 */
export function dist<D extends DType>(x: Tensor<D>, y: Tensor<D>, p?: number): number {
  checkTensor("dist", x);
  return x.dist(y, p);
}

/**
 * The sums along a dimension up to every element, y[i] = x[0] + … + x[i]; dimension 0 when left out:
 * {@link Tensor.cumsum}.
 *
 * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
 * @example
 * ```ts
 * import { cumsum, tensor } from "@rushlight/tensor";
 *
 * console.log(cumsum(tensor([1, 2, 3])).toArray()); // [ 1, 3, 6 ]
 * ```
 */
export function cumsum<D extends DType>(x: Tensor<D>, dimension?: number, options?: OutOptions<D>): Tensor<D> {
  checkTensor("cumsum", x);
  return x.cumsum(dimension, options);
}

/**
 * The products along a dimension up to every element, y[i] = x[0] · … · x[i]; dimension 0 when left out:
 * {@link Tensor.cumprod}.
 *
 * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
 * @example
 * ```ts
 * import { cumprod, tensor } from "@rushlight/tensor";
 *
 * console.log(cumprod(tensor([1, 2, 3, 4])).toArray()); // [ 1, 2, 6, 24 ]
 * ```
 */
export function cumprod<D extends DType>(x: Tensor<D>, dimension?: number, options?: OutOptions<D>): Tensor<D> {
  checkTensor("cumprod", x);
  return x.cumprod(dimension, options);
}

/**
 * How many elements lie in each of some bins of one width between `min` and `max`: {@link Tensor.histc}. 100 bins when
 * left out; bounds that are equal, or left out, stand for those of the elements.
 *
 * @throws ArgumentError unless there is a bin or more between finite bounds in order
 * @throws ShapeError for an empty tensor without bounds
 * @throws DTypeError for an integer tensor
 * @example
 * ```ts
 * import { histc, tensor } from "@rushlight/tensor";
 *
 * console.log(histc(tensor([1, 2, 2, 3]), 3).toArray()); // [ 1, 2, 1 ]
 * ```
 */
export function histc<D extends DType>(
  x: Tensor<D>,
  bins?: number,
  min?: number,
  max?: number,
  options?: OutOptions<D>,
): Tensor<D> {
  checkTensor("histc", x);
  return x.histc(bins, min, max, options);
}

/**
 * {@link histc} of each row of a matrix, `[N, D]` → `[N, bins]`: {@link Tensor.bhistc}.
 *
 * @throws ShapeError unless there are 2 dimensions
 * @throws ArgumentError unless there is a bin or more between finite bounds in order
 * @throws DTypeError for an integer tensor
 * @example
 * ```ts
 * import { bhistc, tensor } from "@rushlight/tensor";
 *
 * console.log(bhistc(tensor([[1, 2, 2], [3, 3, 1]]), 3).toArray()); // [ [ 1, 2, 0 ], [ 1, 0, 2 ] ]
 * ```
 */
export function bhistc<D extends DType>(
  x: Tensor<D>,
  bins?: number,
  min?: number,
  max?: number,
  options?: OutOptions<D>,
): Tensor<D> {
  checkTensor("bhistc", x);
  return x.bhistc(bins, min, max, options);
}
