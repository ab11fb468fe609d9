import type { DType } from "../dtype/DType.ts";
import { mapInto } from "../elementwise/elementwise.ts";
import { TensorTrigonometry } from "./TensorTrigonometry.ts";

/**
 * Rounding of every element. Every method changes this tensor, of floats, and returns it. One of the layers of {@link Tensor}.
 */
export abstract class TensorRounding<D extends DType = DType> extends TensorTrigonometry<D> {
  /**
   * Rounds down.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1.5, -1.5]).floor().toArray()); // [ 1, -2 ]
   * ```
   */
  floor(): this {
    mapInto("floor", "floor", this, this);
    return this;
  }

  /**
   * Rounds up.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1.5, -1.5]).ceil().toArray()); // [ 2, -1 ]
   * ```
   */
  ceil(): this {
    mapInto("ceil", "ceil", this, this);
    return this;
  }

  /**
   * Rounds to the nearest whole number, halves away from zero.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([2.5, -2.5, 2.25]).round().toArray()); // [ 3, -3, 2 ]
   * ```
   */
  round(): this {
    mapInto("round", "round", this, this);
    return this;
  }

  /**
   * Drops the fractions.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1.5, -1.5]).trunc().toArray()); // [ 1, -1 ]
   * ```
   */
  trunc(): this {
    mapInto("trunc", "trunc", this, this);
    return this;
  }

  /**
   * What is left of every element without its whole part, with its sign.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1.5, -1.25]).frac().toArray()); // [ 0.5, -0.25 ]
   * ```
   */
  frac(): this {
    mapInto("frac", "frac", this, this);
    return this;
  }
}
