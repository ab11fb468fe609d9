import type { DType } from "../dtype/DType.ts";
import { mapInto, zipInto } from "../elementwise/elementwise.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorCombinations } from "./TensorCombinations.ts";

/**
 * Limits of the elements. Every method changes this tensor and returns it; operands must have its size and dtype, else a `ShapeError` or `DTypeError` is thrown and nothing is written. One of the layers of {@link Tensor}.
 */
export abstract class TensorLimits<D extends DType = DType> extends TensorCombinations<D> {
  /**
   * The larger of each element and a number or the element of a tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-1, 5]).cmax(0).toArray()); // [ 0, 5 ]
   * ```
   */
  cmax(other: number | Tensor<D>): this {
    if (typeof other === "number") mapInto("cmax", "clamp", this, this, other, Number.POSITIVE_INFINITY);
    else zipInto("cmax", "max", this, other, this);
    return this;
  }

  /**
   * The smaller of each element and a number or the element of a tensor.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-1, 5]).cmin(tensor([0, 3])).toArray()); // [ -1, 3 ]
   * ```
   */
  cmin(other: number | Tensor<D>): this {
    if (typeof other === "number") mapInto("cmin", "clamp", this, this, Number.NEGATIVE_INFINITY, other);
    else zipInto("cmin", "min", this, other, this);
    return this;
  }

  /**
   * Limits every element to [min, max].
   *
   * @throws ArgumentError when min is above max
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-2, 0.5, 2]).clamp(-1, 1).toArray()); // [ -1, 0.5, 1 ]
   * ```
   */
  clamp(min: number, max: number): this {
    if (!(min <= max))
      throw new ArgumentError(`clamp: expected a lower limit up to the upper one, got ${min} and ${max}`);
    mapInto("clamp", "clamp", this, this, min, max);
    return this;
  }
}
