import type { DType } from "../dtype/DType.ts";
import { checkNumber } from "../elementwise/check.ts";
import { copyInto, fillWith } from "../elementwise/copy.ts";
import { mapInto, zipInto } from "../elementwise/elementwise.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorParts } from "./TensorParts.ts";

/**
 * Filling, copying and arithmetic, element by element. Every method changes this tensor and returns it; operands must have its size and dtype, else a `ShapeError` or `DTypeError` is thrown and nothing is written. One of the layers of {@link Tensor}.
 */
export abstract class TensorArithmetic<D extends DType = DType> extends TensorParts<D> {
  /**
   * Sets every element to a number.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).fill(7).toArray()); // [ 7, 7 ]
   * ```
   */
  fill(value: number): this {
    fillWith("fill", this, value);
    return this;
  }

  /**
   * Sets every element to 0.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).zero().toArray()); // [ 0, 0 ]
   * ```
   */
  zero(): this {
    fillWith("zero", this, 0);
    return this;
  }

  /**
   * Takes over the elements of a tensor of the same size. Another dtype is converted as a store into a typed array
   * does: integers wrap around and drop fractions.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([0, 0], { dtype: "int32" }).copy(tensor([1.9, -1.9])).toArray()); // [ 1, -1 ]
   * ```
   */
  copy(source: Tensor): this {
    copyInto(source, this);
    return this;
  }

  /**
   * Adds a number, a tensor, or a tensor times a number: `x.add(v)`, `x.add(y)`, `x.add(s, y)` (x + s·y).
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const params = tensor([1, 2, 3]);
   * const gradParams = tensor([10, 10, 20]);
   * params.add(-0.1, gradParams);
   * console.log(params.toArray()); // [ 0, 1, 1 ]
   * ```
   */
  add(value: number): this;
  add(other: Tensor<D>): this;
  add(scale: number, other: Tensor<D>): this;
  add(first: number | Tensor<D>, second?: Tensor<D>): this {
    if (typeof first !== "number") zipInto("add", "add", this, first, this, 1);
    else if (second === undefined) mapInto("add", "addScalar", this, this, first);
    else zipInto("add", "add", this, second, this, first);
    return this;
  }

  /**
   * Subtracts a number, a tensor, or a tensor times a number; Torch's `csub`.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([5, 5]).csub(2, tensor([1, 2])).toArray()); // [ 3, 1 ]
   * ```
   */
  csub(value: number): this;
  csub(other: Tensor<D>): this;
  csub(scale: number, other: Tensor<D>): this;
  csub(first: number | Tensor<D>, second?: Tensor<D>): this {
    if (typeof first !== "number") zipInto("csub", "add", this, first, this, -1);
    else if (second === undefined) mapInto("csub", "addScalar", this, this, -first);
    else zipInto("csub", "add", this, second, this, -first);
    return this;
  }

  /**
   * Multiplies every element by a number.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).mul(3).toArray()); // [ 3, 6 ]
   * ```
   */
  mul(value: number): this {
    checkNumber("mul", value);
    mapInto("mul", "mulScalar", this, this, value);
    return this;
  }

  /**
   * Divides every element by a number.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).div(4).toArray()); // [ 0.25, 0.5 ]
   * ```
   */
  div(value: number): this {
    checkNumber("div", value);
    mapInto("div", "divScalar", this, this, value);
    return this;
  }

  /**
   * Raises every element to a power.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2, 3]).pow(2).toArray()); // [ 1, 4, 9 ]
   * ```
   */
  pow(exponent: number): this {
    checkNumber("pow", exponent);
    mapInto("pow", "powScalar", this, this, exponent);
    return this;
  }

  /**
   * Multiplies by a tensor, element by element.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).cmul(tensor([3, 4])).toArray()); // [ 3, 8 ]
   * ```
   */
  cmul(other: Tensor<D>): this {
    zipInto("cmul", "mul", this, other, this);
    return this;
  }

  /**
   * Divides by a tensor, element by element.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 6]).cdiv(tensor([4, 2])).toArray()); // [ 0.25, 3 ]
   * ```
   */
  cdiv(other: Tensor<D>): this {
    zipInto("cdiv", "div", this, other, this);
    return this;
  }

  /**
   * Raises to the powers in a tensor, element by element.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([2, 3]).cpow(tensor([3, 2])).toArray()); // [ 8, 9 ]
   * ```
   */
  cpow(other: Tensor<D>): this {
    zipInto("cpow", "pow", this, other, this);
    return this;
  }

  /**
   * Changes the sign of every element.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, -2]).neg().toArray()); // [ -1, 2 ]
   * ```
   */
  neg(): this {
    mapInto("neg", "neg", this, this);
    return this;
  }

  /**
   * The absolute values.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, -2]).abs().toArray()); // [ 1, 2 ]
   * ```
   */
  abs(): this {
    mapInto("abs", "abs", this, this);
    return this;
  }

  /**
   * −1, 0 or 1 by the sign of each element.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([-3, 0, 3]).sign().toArray()); // [ -1, 0, 1 ]
   * ```
   */
  sign(): this {
    mapInto("sign", "sign", this, this);
    return this;
  }
}
