import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { checkDimension, checkIndex } from "../shape/dimension.ts";
import { arrangeRuns } from "../sort/arrangeRuns.ts";
import { mode } from "../sort/mode.ts";
import type { OutPairOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import type { ReductionOptions } from "./TensorReductions.ts";
import { TensorStatistics } from "./TensorStatistics.ts";

/** In which order {@link Tensor.sort} sorts. */
export interface SortOptions {
  /** Whether the largest comes first; false when left out. */
  readonly descending?: boolean;
}

/** Which elements {@link Tensor.topk} takes, and in which order. */
export interface TopkOptions {
  /** Whether to take the largest rather than the smallest, as when left out. */
  readonly largest?: boolean;
  /** Whether they come in order, the first being the smallest or the largest; false when left out. */
  readonly sorted?: boolean;
}

/**
 * Sorting and order statistics. All go along one dimension, the last when left out, and give values and their int32
 * indices in it. NaN counts as larger than every number; −0 equals 0. One of the layers of {@link Tensor}.
 */
export abstract class TensorSorting<D extends DType = DType> extends TensorStatistics<D> {
  /**
   * The elements along a dimension in ascending or descending order, and where they were: both of this tensor's size.
   * Equal elements stay in their order, also in descending order. NaN comes last, in descending order first.
   *
   * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const [values, indices] = tensor([3, 1, 2]).sort();
   * console.log(values.toArray(), indices.toArray()); // [ 1, 2, 3 ] [ 1, 2, 0 ]
   * console.log(tensor([[1, 2], [4, 3]]).sort(1, { descending: true })[1].toArray()); // [ [ 1, 0 ], [ 0, 1 ] ]
   * ```
   */
  sort(dimension = -1, options: SortOptions & OutPairOptions<D> = {}): [values: Tensor<D>, indices: Tensor<"int32">] {
    checkOptions("sort", options, ["descending", "out"]);
    const d = checkDimension("sort", dimension, this.dim());
    const descending = options.descending === true;
    return this.computedPair(
      { name: "sort", dtype: this.dtype, size: this.size(), operands: [this] },
      options.out,
      (values, indices) =>
        arrangeRuns(this, d, values, indices, (run) => {
          run.sort(descending);
          return 0;
        }),
    );
  }

  /**
   * The k smallest elements along a dimension, or the k largest, and where they were: `[..., n, ...]` → `[..., k, ...]`.
   * They come in no particular order unless they are to be sorted.
   *
   * @param k how many, 1 when left out
   * @throws ArgumentError unless k is a whole number from 1 to the size of the dimension
   * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const [values, indices] = tensor([5, 1, 4, 2]).topk(2, 0, { largest: true, sorted: true });
   * console.log(values.toArray(), indices.toArray()); // [ 5, 4 ] [ 0, 2 ]
   * ```
   */
  topk(
    k = 1,
    dimension = -1,
    options: TopkOptions & OutPairOptions<D> = {},
  ): [values: Tensor<D>, indices: Tensor<"int32">] {
    checkOptions("topk", options, ["largest", "sorted", "out"]);
    const d = checkDimension("topk", dimension, this.dim());
    const count = this.size(d);
    if (!Number.isInteger(k) || k < 1 || k > count) {
      throw new ArgumentError(`topk: expected k from 1 to ${count}, got ${String(k)}`);
    }
    const largest = options.largest === true;
    const first = largest ? count - k : 0;
    const size = this.size().map((extent, at) => (at === d ? k : extent));
    return this.computedPair(
      { name: "topk", dtype: this.dtype, size, operands: [this] },
      options.out,
      (values, indices) =>
        arrangeRuns(this, d, values, indices, (run) => {
          if (!largest) run.select(k - 1);
          else if (first > 0) run.select(first - 1);
          if (options.sorted === true) run.sort(largest, first, first + k);
          return first;
        }),
    );
  }

  /**
   * The element along a dimension that a sort would put at position k, and where it was: `[..., n, ...]` →
   * `[..., 1, ...]`. Of equal elements, any.
   *
   * @param k the position, counted from 0: the smallest is 0, the largest −1. In Torch it is counted from 1.
   * @throws IndexError for a position or a dimension that is not there
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const [values, indices] = tensor([[5, 1, 4], [7, 9, 8]]).kthvalue(1);
   * console.log(values.toArray(), indices.toArray()); // [ [ 4 ], [ 8 ] ] [ [ 2 ], [ 2 ] ]
   * ```
   */
  kthvalue(
    k: number,
    dimension = -1,
    options?: ReductionOptions & OutPairOptions<D>,
  ): [values: Tensor<D>, indices: Tensor<"int32">] {
    const d = checkDimension("kthvalue", dimension, this.dim());
    return this.positionAlong("kthvalue", checkIndex("kthvalue", k, this.size(d)), dimension, options);
  }

  /**
   * The median along a dimension, and where it was: `[..., n, ...]` → `[..., 1, ...]`. Of an even number of elements, the
   * lower of the two in the middle.
   *
   * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const [values, indices] = tensor([[5, 1, 4, 2], [7, 9, 8, 6]]).median();
   * console.log(values.toArray(), indices.toArray()); // [ [ 2 ], [ 7 ] ] [ [ 3 ], [ 0 ] ]
   * ```
   */
  median(
    dimension = -1,
    options?: ReductionOptions & OutPairOptions<D>,
  ): [values: Tensor<D>, indices: Tensor<"int32">] {
    const d = checkDimension("median", dimension, this.dim());
    return this.positionAlong("median", Math.floor((this.size(d) - 1) / 2), dimension, options);
  }

  /**
   * The most frequent element along a dimension, and where it came last: `[..., n, ...]` → `[..., 1, ...]`. Of equally
   * frequent ones, the smallest. NaN is equal to nothing, not even to itself.
   *
   * @throws IndexError for a dimension that is not there, as for every dimension of an empty tensor
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const [values, indices] = tensor([2, 3, 2, 3, 1]).mode();
   * console.log(values.toArray(), indices.toArray()); // [ 2 ] [ 2 ]
   * ```
   */
  mode(dimension = -1, options?: ReductionOptions & OutPairOptions<D>): [values: Tensor<D>, indices: Tensor<"int32">] {
    return this.pairAlong("mode", dimension, options, (d, values, indices) =>
      arrangeRuns(this, d, values, indices, mode),
    );
  }

  private positionAlong(
    name: string,
    k: number,
    dimension: number,
    options?: ReductionOptions & OutPairOptions<D>,
  ): [values: Tensor<D>, indices: Tensor<"int32">] {
    return this.pairAlong(name, dimension, options, (d, values, indices) =>
      arrangeRuns(this, d, values, indices, (run) => {
        run.select(k);
        return k;
      }),
    );
  }
}
