import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import type { OutPairOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import type { ReductionOptions } from "../tensor/TensorReductions.ts";
import type { SortOptions, TopkOptions } from "../tensor/TensorSorting.ts";

/**
 * The elements of a tensor in order along a dimension, the last when left out, and where they were. Equal elements stay
 * in their order: {@link Tensor.sort}.
 *
 * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
 * @example
 * ```ts
 * import { sort, tensor } from "@rushlight/tensor";
 *
 * const [values, indices] = sort(tensor([3, 1, 2]));
 * console.log(values.toArray(), indices.toArray()); // [ 1, 2, 3 ] [ 1, 2, 0 ]
 * ```
 */
export function sort<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: SortOptions & OutPairOptions<D>,
): [values: Tensor<D>, indices: Tensor<"int32">] {
  checkTensor("sort", x);
  return x.sort(dimension, options);
}

/**
 * The k smallest elements of a tensor along a dimension, or the k largest, and where they were; 1 and the last dimension
 * when left out: {@link Tensor.topk}.
 *
 * @throws ArgumentError unless k is a whole number from 1 to the size of the dimension
 * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
 * @example
 * ```ts
 * import { topk, tensor } from "@rushlight/tensor";
 *
 * const [values] = topk(tensor([5, 1, 4, 2]), 2, 0, { largest: true, sorted: true });
 * console.log(values.toArray()); // [ 5, 4 ]
 * ```
 */
export function topk<D extends DType>(
  x: Tensor<D>,
  k?: number,
  dimension?: number,
  options?: TopkOptions & OutPairOptions<D>,
): [values: Tensor<D>, indices: Tensor<"int32">] {
  checkTensor("topk", x);
  return x.topk(k, dimension, options);
}

/**
 * The element of a tensor that a sort along a dimension would put at position k, counted from 0, and where it was; the
 * last dimension when left out: {@link Tensor.kthvalue}.
 *
 * @throws IndexError for a position or a dimension that is not there
 * @example
 * ```ts
 * import { kthvalue, tensor } from "@rushlight/tensor";
 *
 * const [values, indices] = kthvalue(tensor([5, 1, 4]), 1);
 * console.log(values.toArray(), indices.toArray()); // [ 4 ] [ 2 ]
 * ```
 */
export function kthvalue<D extends DType>(
  x: Tensor<D>,
  k: number,
  dimension?: number,
  options?: ReductionOptions & OutPairOptions<D>,
): [values: Tensor<D>, indices: Tensor<"int32">] {
  checkTensor("kthvalue", x);
  return x.kthvalue(k, dimension, options);
}

/**
 * The median of a tensor along a dimension, the last when left out, and where it was; the lower of two in the middle:
 * {@link Tensor.median}.
 *
 * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
 * @example
 * ```ts
 * import { median, tensor } from "@rushlight/tensor";
 *
 * const [values, indices] = median(tensor([5, 1, 4, 2]));
 * console.log(values.toArray(), indices.toArray()); // [ 2 ] [ 3 ]
 * ```
 */
export function median<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: ReductionOptions & OutPairOptions<D>,
): [values: Tensor<D>, indices: Tensor<"int32">] {
  checkTensor("median", x);
  return x.median(dimension, options);
}

/**
 * The most frequent element of a tensor along a dimension, the last when left out, and where it came last; the smallest of
 * equally frequent ones: {@link Tensor.mode}.
 *
 * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
 * @example
 * ```ts
 * import { mode, tensor } from "@rushlight/tensor";
 *
 * const [values, indices] = mode(tensor([2, 3, 2, 3, 1]));
 * console.log(values.toArray(), indices.toArray()); // [ 2 ] [ 2 ]
 * ```
 */
export function mode<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: ReductionOptions & OutPairOptions<D>,
): [values: Tensor<D>, indices: Tensor<"int32">] {
  checkTensor("mode", x);
  return x.mode(dimension, options);
}
