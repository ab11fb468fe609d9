import type { Comparison } from "../backend/Backend.ts";
import { checkComparison, compareInto } from "../compare/compareInto.ts";
import type { DType } from "../dtype/DType.ts";
import { checkOptions } from "../options/checkOptions.ts";
import type { OutOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorApply } from "./TensorApply.ts";

/**
 * Comparisons with a number or, element by element, with a tensor of the same size and dtype. Every method gives a new
 * uint8 tensor, a mask: 1 where it is so, else 0. NaN is equal to nothing, not even to itself. One of the layers of
 * {@link Tensor}.
 */
export abstract class TensorComparisons<D extends DType = DType> extends TensorApply<D> {
  /**
   * Where the elements are below a number, or those of another tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).lt(2).toArray()); // [ 1, 0, 0 ]
   * ```
   */
  lt(other: number | Tensor<D>, options?: OutOptions<"uint8">): Tensor<"uint8"> {
    return this.compared("lt", other, options);
  }

  /**
   * Where the elements are below or equal to a number, or those of another tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).le(2).toArray()); // [ 1, 1, 0 ]
   * ```
   */
  le(other: number | Tensor<D>, options?: OutOptions<"uint8">): Tensor<"uint8"> {
    return this.compared("le", other, options);
  }

  /**
   * Where the elements are above a number, or those of another tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).gt(tensor([3, 2, 1])).toArray()); // [ 0, 0, 1 ]
   * ```
   */
  gt(other: number | Tensor<D>, options?: OutOptions<"uint8">): Tensor<"uint8"> {
    return this.compared("gt", other, options);
  }

  /**
   * Where the elements are above or equal to a number, or those of another tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).ge(2).toArray()); // [ 0, 1, 1 ]
   * ```
   */
  ge(other: number | Tensor<D>, options?: OutOptions<"uint8">): Tensor<"uint8"> {
    return this.compared("ge", other, options);
  }

  /**
   * Where the elements are equal to a number, or those of another tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).eq(tensor([3, 2, 1])).toArray()); // [ 0, 1, 0 ]
   * ```
   */
  eq(other: number | Tensor<D>, options?: OutOptions<"uint8">): Tensor<"uint8"> {
    return this.compared("eq", other, options);
  }

  /**
   * Where the elements are not equal to a number, or those of another tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, Number.NaN]).ne(1).toArray()); // [ 0, 1 ]
   * ```
   */
  ne(other: number | Tensor<D>, options?: OutOptions<"uint8">): Tensor<"uint8"> {
    return this.compared("ne", other, options);
  }

  private compared(
    comparison: Comparison,
    other: number | Tensor<D>,
    options: OutOptions<"uint8"> = {},
  ): Tensor<"uint8"> {
    checkOptions(comparison, options, ["out"]);
    checkComparison(comparison, this, other);
    const operands = typeof other === "number" ? [this] : [this, other];
    return this.computed(
      { name: comparison, dtype: "uint8", size: this.size(), operands, elementwise: true },
      options.out,
      (mask) => compareInto(comparison, comparison, this, other, mask),
    );
  }
}
