import type { DType } from "../dtype/DType.ts";
import { applyInto, applyPairs } from "../elementwise/apply.ts";
import { checkOperands } from "../elementwise/check.ts";
import { copyInto, fillWith } from "../elementwise/copy.ts";
import { mapInto, zipInto } from "../elementwise/elementwise.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorViews } from "./TensorViews.ts";

/**
 * Element-wise arithmetic. Every method changes this tensor and returns it; operands must have its size and dtype,
 * else a `ShapeError` or `DTypeError` is thrown and nothing is written. The third of the layers of {@link Tensor}.
 */
export abstract class TensorMath<D extends DType = DType> extends TensorViews<D> {
  /** Sets every element to a number. */
  fill(value: number): this {
    fillWith(this, value);
    return this;
  }

  /** Sets every element to 0. */
  zero(): this {
    fillWith(this, 0);
    return this;
  }

  /**
   * Takes over the elements of a tensor of the same size. Another dtype is converted as a store into a typed array
   * does: integers wrap around and drop fractions.
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

  /** Subtracts a number, a tensor, or a tensor times a number; Torch's `csub`. */
  csub(value: number): this;
  csub(other: Tensor<D>): this;
  csub(scale: number, other: Tensor<D>): this;
  csub(first: number | Tensor<D>, second?: Tensor<D>): this {
    if (typeof first !== "number") zipInto("csub", "add", this, first, this, -1);
    else if (second === undefined) mapInto("csub", "addScalar", this, this, -first);
    else zipInto("csub", "add", this, second, this, -first);
    return this;
  }

  /** Multiplies every element by a number. */
  mul(value: number): this {
    mapInto("mul", "mulScalar", this, this, value);
    return this;
  }

  /** Divides every element by a number. */
  div(value: number): this {
    mapInto("div", "divScalar", this, this, value);
    return this;
  }

  /** Raises every element to a power. */
  pow(exponent: number): this {
    mapInto("pow", "powScalar", this, this, exponent);
    return this;
  }

  /** Multiplies by a tensor, element by element. */
  cmul(other: Tensor<D>): this {
    zipInto("cmul", "mul", this, other, this);
    return this;
  }

  /** Divides by a tensor, element by element. */
  cdiv(other: Tensor<D>): this {
    zipInto("cdiv", "div", this, other, this);
    return this;
  }

  /** Raises to the powers in a tensor, element by element. */
  cpow(other: Tensor<D>): this {
    zipInto("cpow", "pow", this, other, this);
    return this;
  }

  /** The larger of each element and a number or the element of a tensor. */
  cmax(other: number | Tensor<D>): this {
    if (typeof other === "number") mapInto("cmax", "clamp", this, this, other, Number.POSITIVE_INFINITY);
    else zipInto("cmax", "max", this, other, this);
    return this;
  }

  /** The smaller of each element and a number or the element of a tensor. */
  cmin(other: number | Tensor<D>): this {
    if (typeof other === "number") mapInto("cmin", "clamp", this, this, Number.NEGATIVE_INFINITY, other);
    else zipInto("cmin", "min", this, other, this);
    return this;
  }

  /** Adds a product of two tensors: this + x·y, or this + scale·x·y. */
  addcmul(x: Tensor<D>, y: Tensor<D>): this;
  addcmul(scale: number, x: Tensor<D>, y: Tensor<D>): this;
  addcmul(first: number | Tensor<D>, second: Tensor<D>, third?: Tensor<D>): this {
    if (typeof first !== "number") zipInto("addcmul", "addMul", first, second, this, 1);
    else if (third !== undefined) zipInto("addcmul", "addMul", second, third, this, first);
    else throw new ArgumentError("addcmul: expected two tensors after the scale, got one");
    return this;
  }

  /** Adds a quotient of two tensors: this + x/y, or this + scale·x/y. */
  addcdiv(x: Tensor<D>, y: Tensor<D>): this;
  addcdiv(scale: number, x: Tensor<D>, y: Tensor<D>): this;
  addcdiv(first: number | Tensor<D>, second: Tensor<D>, third?: Tensor<D>): this {
    if (typeof first !== "number") zipInto("addcdiv", "addDiv", first, second, this, 1);
    else if (third !== undefined) zipInto("addcdiv", "addDiv", second, third, this, first);
    else throw new ArgumentError("addcdiv: expected two tensors after the scale, got one");
    return this;
  }

  /** Changes the sign of every element. */
  neg(): this {
    mapInto("neg", "neg", this, this);
    return this;
  }

  /** The absolute values. */
  abs(): this {
    mapInto("abs", "abs", this, this);
    return this;
  }

  /** −1, 0 or 1 by the sign of each element. */
  sign(): this {
    mapInto("sign", "sign", this, this);
    return this;
  }

  /** The square roots. */
  sqrt(): this {
    mapInto("sqrt", "sqrt", this, this);
    return this;
  }

  /** eˣ. */
  exp(): this {
    mapInto("exp", "exp", this, this);
    return this;
  }

  /** The natural logarithms. */
  log(): this {
    mapInto("log", "log", this, this);
    return this;
  }

  /** ln(1 + x), exact for small x. */
  log1p(): this {
    mapInto("log1p", "log1p", this, this);
    return this;
  }

  /** The hyperbolic tangents. */
  tanh(): this {
    mapInto("tanh", "tanh", this, this);
    return this;
  }

  /** 1 / (1 + e⁻ˣ). */
  sigmoid(): this {
    mapInto("sigmoid", "sigmoid", this, this);
    return this;
  }

  /** Rounds down. */
  floor(): this {
    mapInto("floor", "floor", this, this);
    return this;
  }

  /** Rounds up. */
  ceil(): this {
    mapInto("ceil", "ceil", this, this);
    return this;
  }

  /** Rounds to the nearest whole number, halves away from zero. */
  round(): this {
    mapInto("round", "round", this, this);
    return this;
  }

  /** Drops the fractions. */
  trunc(): this {
    mapInto("trunc", "trunc", this, this);
    return this;
  }

  /**
   * Limits every element to [min, max].
   *
   * @throws ArgumentError when min is above max
   */
  clamp(min: number, max: number): this {
    if (!(min <= max))
      throw new ArgumentError(`clamp: expected a lower limit up to the upper one, got ${min} and ${max}`);
    mapInto("clamp", "clamp", this, this, min, max);
    return this;
  }

  /**
   * Calls a function with every element in row-major order and writes what it returns; `undefined` leaves the element.
   *
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 4).apply((x) => x * x).toArray()); // [ 1, 4, 9, 16 ]
   * ```
   */
  apply(next: (value: number) => number | undefined): this {
    applyInto("apply", this, next);
    return this;
  }

  /** Calls a function with every element and that of another tensor of the same size, and writes what it returns. */
  map(other: Tensor<D>, next: (value: number, other: number) => number | undefined): this {
    checkOperands("map", this, other);
    applyPairs("map", other, this, next);
    return this;
  }
}
