import type { DType } from "../dtype/DType.ts";
import { mapInto } from "../elementwise/elementwise.ts";
import { TensorBits } from "./TensorBits.ts";

/**
 * Roots, exponentials and logarithms of every element. Every method changes this tensor, of floats, and returns it. One of the layers of {@link Tensor}.
 */
export abstract class TensorExponential<D extends DType = DType> extends TensorBits<D> {
  /**
   * The square roots.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([4, 9]).sqrt().toArray()); // [ 2, 3 ]
   * ```
   */
  sqrt(): this {
    mapInto("sqrt", "sqrt", this, this);
    return this;
  }

  /**
   * 1 / √x.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([4, 16]).rsqrt().toArray()); // [ 0.5, 0.25 ]
   * ```
   */
  rsqrt(): this {
    mapInto("rsqrt", "rsqrt", this, this);
    return this;
  }

  /**
   * 1 / x.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([4, -2]).cinv().toArray()); // [ 0.25, -0.5 ]
   * ```
   */
  cinv(): this {
    mapInto("cinv", "scalarOver", this, this, 1);
    return this;
  }

  /**
   * eˣ.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, Number.NEGATIVE_INFINITY]).exp().toArray()); // [ 1, 0 ]
   * ```
   */
  exp(): this {
    mapInto("exp", "exp", this, this);
    return this;
  }

  /**
   * The natural logarithms.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 0]).log().toArray()); // [ 0, -Infinity ]
   * ```
   */
  log(): this {
    mapInto("log", "log", this, this);
    return this;
  }

  /**
   * ln(1 + x), exact for small x.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, -1]).log1p().toArray()); // [ 0, -Infinity ]
   * ```
   */
  log1p(): this {
    mapInto("log1p", "log1p", this, this);
    return this;
  }

  /**
   * The hyperbolic tangents.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 1], { dtype: "float64" }).tanh().toArray()); // [ 0, 0.7615941559557649 ]
   * ```
   */
  tanh(): this {
    mapInto("tanh", "tanh", this, this);
    return this;
  }

  /**
   * 1 / (1 + e⁻ˣ).
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 100, -1000]).sigmoid().toArray()); // [ 0.5, 1, 0 ]
   * ```
   */
  sigmoid(): this {
    mapInto("sigmoid", "sigmoid", this, this);
    return this;
  }
}
