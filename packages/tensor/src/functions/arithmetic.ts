import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import { isTensor, type Tensor } from "../tensor/Tensor.ts";
import { mapResult, scalarResult, zipResult } from "./elementwiseResult.ts";

/**
 * x + value, x + y, or x + scale·y: `add(x, value)`, `add(x, y)`, `add(x, scale, y)`.
 *
 * @throws ArgumentError, ShapeError or DTypeError when the operands do not go together
 * @example
 * ```ts
 * import { add, tensor } from "@rushlight/tensor";
 *
 * console.log(add(tensor([1, 2]), 10, tensor([3, 4])).toArray()); // [ 31, 42 ]
 * ```
 */
export function add<D extends DType>(x: Tensor<D>, other: number | Tensor<D>, options?: OutOptions<D>): Tensor<D>;
export function add<D extends DType>(x: Tensor<D>, scale: number, other: Tensor<D>, options?: OutOptions<D>): Tensor<D>;
export function add<D extends DType>(
  x: Tensor<D>,
  first: number | Tensor<D>,
  second?: Tensor<D> | OutOptions<D>,
  third?: OutOptions<D>,
): Tensor<D> {
  if (typeof first !== "number") return zipResult("add", "add", x, first, optionsAt("add", second), 1);
  if (isTensor(second)) return zipResult("add", "add", x, second, third, first);
  return mapResult("add", "addScalar", x, optionsAt("add", second), first);
}

/**
 * x − value, x − y, or x − scale·y: `csub(x, value)`, `csub(x, y)`, `csub(x, scale, y)`.
 *
 * @throws ArgumentError, ShapeError or DTypeError when the operands do not go together
 * @example
 * ```ts
 * import { csub, tensor } from "@rushlight/tensor";
 *
 * console.log(csub(tensor([5, 5]), tensor([1, 2])).toArray()); // [ 4, 3 ]
 * ```
 */
export function csub<D extends DType>(x: Tensor<D>, other: number | Tensor<D>, options?: OutOptions<D>): Tensor<D>;
export function csub<D extends DType>(
  x: Tensor<D>,
  scale: number,
  other: Tensor<D>,
  options?: OutOptions<D>,
): Tensor<D>;
export function csub<D extends DType>(
  x: Tensor<D>,
  first: number | Tensor<D>,
  second?: Tensor<D> | OutOptions<D>,
  third?: OutOptions<D>,
): Tensor<D> {
  if (typeof first !== "number") return zipResult("csub", "add", x, first, optionsAt("csub", second), -1);
  if (isTensor(second)) return zipResult("csub", "add", x, second, third, -first);
  return mapResult("csub", "addScalar", x, optionsAt("csub", second), -first);
}

/** What stands in the place of options must not be a tensor. */
function optionsAt<D extends DType>(
  name: string,
  value: Tensor<D> | OutOptions<D> | undefined,
): OutOptions<D> | undefined {
  if (isTensor(value)) throw new ArgumentError(`${name}: expected options behind two tensors, got a third`);
  return value;
}

/**
 * x·factor.
 *
 * @example
 * ```ts
 * import { mul, tensor } from "@rushlight/tensor";
 *
 * console.log(mul(tensor([1, 2]), 3).toArray()); // [ 3, 6 ]
 * ```
 */
export function mul<D extends DType>(x: Tensor<D>, factor: number, options?: OutOptions<D>): Tensor<D> {
  return scalarResult("mul", "mulScalar", x, factor, options);
}

/**
 * x / divisor.
 *
 * @example
 * ```ts
 * import { div, tensor } from "@rushlight/tensor";
 *
 * console.log(div(tensor([1, 2]), 4).toArray()); // [ 0.25, 0.5 ]
 * ```
 */
export function div<D extends DType>(x: Tensor<D>, divisor: number, options?: OutOptions<D>): Tensor<D> {
  return scalarResult("div", "divScalar", x, divisor, options);
}

/**
 * x·y, element by element.
 *
 * @example
 * ```ts
 * import { cmul, tensor } from "@rushlight/tensor";
 *
 * console.log(cmul(tensor([1, 2]), tensor([3, 4])).toArray()); // [ 3, 8 ]
 * ```
 */
export function cmul<D extends DType>(x: Tensor<D>, y: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return zipResult("cmul", "mul", x, y, options);
}

/**
 * x / y, element by element.
 *
 * @example
 * ```ts
 * import { cdiv, tensor } from "@rushlight/tensor";
 *
 * console.log(cdiv(tensor([1, 6]), tensor([4, 2])).toArray()); // [ 0.25, 3 ]
 * ```
 */
export function cdiv<D extends DType>(x: Tensor<D>, y: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return zipResult("cdiv", "div", x, y, options);
}

/**
 * xʸ for a tensor and a number, or a number and a tensor.
 *
 * @example
 * ```ts
 * import { pow, tensor } from "@rushlight/tensor";
 *
 * console.log(pow(2, tensor([1, 2, 3])).toArray()); // [ 2, 4, 8 ]
 * ```
 */
export function pow<D extends DType>(base: Tensor<D>, exponent: number, options?: OutOptions<D>): Tensor<D>;
export function pow<D extends DType>(base: number, exponent: Tensor<D>, options?: OutOptions<D>): Tensor<D>;
export function pow<D extends DType>(
  base: number | Tensor<D>,
  exponent: number | Tensor<D>,
  options?: OutOptions<D>,
): Tensor<D> {
  if (typeof base === "number" && typeof exponent !== "number") {
    return mapResult("pow", "scalarPow", exponent, options, base);
  }
  if (typeof base !== "number" && typeof exponent === "number") {
    return mapResult("pow", "powScalar", base, options, exponent);
  }
  throw new ArgumentError("pow: expected a tensor and a number, got two of one kind; for two tensors take cpow");
}

/**
 * xʸ, element by element.
 *
 * @example
 * ```ts
 * import { cpow, tensor } from "@rushlight/tensor";
 *
 * console.log(cpow(tensor([2, 3]), tensor([3, 2])).toArray()); // [ 8, 9 ]
 * ```
 */
export function cpow<D extends DType>(x: Tensor<D>, exponents: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return zipResult("cpow", "pow", x, exponents, options);
}

/**
 * −x.
 *
 * @example
 * ```ts
 * import { neg, tensor } from "@rushlight/tensor";
 *
 * console.log(neg(tensor([1, -2])).toArray()); // [ -1, 2 ]
 * ```
 */
export function neg<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("neg", "neg", x, options);
}

/**
 * |x|.
 *
 * @example
 * ```ts
 * import { abs, tensor } from "@rushlight/tensor";
 *
 * console.log(abs(tensor([1, -2])).toArray()); // [ 1, 2 ]
 * ```
 */
export function abs<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("abs", "abs", x, options);
}

/**
 * −1, 0 or 1 by the signs.
 *
 * @example
 * ```ts
 * import { sign, tensor } from "@rushlight/tensor";
 *
 * console.log(sign(tensor([-3, 0, 3])).toArray()); // [ -1, 0, 1 ]
 * ```
 */
export function sign<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("sign", "sign", x, options);
}
