import type { DType } from "../dtype/DType.ts";
import { checkNumber } from "../elementwise/check.ts";
import { mapInto, zipInto } from "../elementwise/elementwise.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorLimits } from "./TensorLimits.ts";

/**
 * Remainders of divisions. Every method changes this tensor and returns it; operands must have its size and dtype, else a `ShapeError` or `DTypeError` is thrown and nothing is written. One of the layers of {@link Tensor}.
 */
export abstract class TensorRemainders<D extends DType = DType> extends TensorLimits<D> {
  /**
   * The remainder of the division of every element by a number, with the sign of the element: C's `fmod`, JavaScript's
   * `%`.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-5, 5]).fmod(3).toArray()); // [ -2, 2 ]
   * console.log(tensor([-5, 5]).remainder(3).toArray()); // [ 1, 2 ]
   * ```
   */
  fmod(divisor: number): this {
    checkNumber("fmod", divisor);
    mapInto("fmod", "fmodScalar", this, this, divisor);
    return this;
  }

  /**
   * The remainder of the division of every element by a number, with the sign of the number: x − a·⌊x/a⌋.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-5, 5]).remainder(3).toArray()); // [ 1, 2 ]
   * ```
   */
  remainder(divisor: number): this {
    checkNumber("remainder", divisor);
    mapInto("remainder", "remainderScalar", this, this, divisor);
    return this;
  }

  /**
   * {@link fmod} with the elements of a tensor as divisors.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-5, 5]).cfmod(tensor([3, 4])).toArray()); // [ -2, 1 ]
   * ```
   */
  cfmod(divisors: Tensor<D>): this {
    zipInto("cfmod", "fmod", this, divisors, this);
    return this;
  }

  /**
   * {@link remainder} with the elements of a tensor as divisors.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-5, 5]).cremainder(tensor([3, -3])).toArray()); // [ 1, -1 ]
   * ```
   */
  cremainder(divisors: Tensor<D>): this {
    zipInto("cremainder", "remainder", this, divisors, this);
    return this;
  }
}
