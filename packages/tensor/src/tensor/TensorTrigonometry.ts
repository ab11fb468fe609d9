import type { DType } from "../dtype/DType.ts";
import { mapInto, zipInto } from "../elementwise/elementwise.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorExponential } from "./TensorExponential.ts";

/**
 * Trigonometric and hyperbolic functions of every element. Every method changes this tensor, of floats, and returns it. One of the layers of {@link Tensor}.
 */
export abstract class TensorTrigonometry<D extends DType = DType> extends TensorExponential<D> {
  /**
   * The sines; angles in radians.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).sin().toArray()); // [ 0, 0.8414709848078965 ]
   * ```
   */
  sin(): this {
    mapInto("sin", "sin", this, this);
    return this;
  }

  /**
   * The cosines; angles in radians.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).cos().toArray()); // [ 1, 0.5403023058681398 ]
   * ```
   */
  cos(): this {
    mapInto("cos", "cos", this, this);
    return this;
  }

  /**
   * The tangents; angles in radians.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).tan().toArray()); // [ 0, 1.5574077246549023 ]
   * ```
   */
  tan(): this {
    mapInto("tan", "tan", this, this);
    return this;
  }

  /**
   * The angles in [−π/2, π/2] with these sines.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).asin().toArray()); // [ 0, 1.5707963267948966 ]
   * ```
   */
  asin(): this {
    mapInto("asin", "asin", this, this);
    return this;
  }

  /**
   * The angles in [0, π] with these cosines.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 0], { dtype: "float64" }).acos().toArray()); // [ 0, 1.5707963267948966 ]
   * ```
   */
  acos(): this {
    mapInto("acos", "acos", this, this);
    return this;
  }

  /**
   * The angles in (−π/2, π/2) with these tangents.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).atan().toArray()); // [ 0, 0.7853981633974483 ]
   * ```
   */
  atan(): this {
    mapInto("atan", "atan", this, this);
    return this;
  }

  /**
   * The hyperbolic sines.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).sinh().toArray()); // [ 0, 1.1752011936438014 ]
   * ```
   */
  sinh(): this {
    mapInto("sinh", "sinh", this, this);
    return this;
  }

  /**
   * The hyperbolic cosines.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).cosh().toArray()); // [ 1, 1.5430806348152437 ]
   * ```
   */
  cosh(): this {
    mapInto("cosh", "cosh", this, this);
    return this;
  }

  /**
   * The angles in [−π, π] of the points (x, this).
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 0]).atan2(tensor([0, -1])).div(Math.PI).toArray()); // [ 0.5, 1 ]
   * ```
   */
  atan2(x: Tensor<D>): this {
    zipInto("atan2", "atan2", this, x, this);
    return this;
  }
}
