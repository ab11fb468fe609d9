import type { BitOperation } from "../backend/integer/integerBits.ts";
import type { DType } from "../dtype/DType.ts";
import { bitsInto, checkBits } from "../elementwise/bits.ts";
import { checkTensor } from "../elementwise/check.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { elementwiseResult } from "./elementwiseResult.ts";

/**
 * The bits of every element moved up, as a product with 2ᵇⁱᵗˢ.
 *
 * @throws DTypeError for float tensors
 * @example
 * ```ts
 * import { lshift, tensor } from "@rushlight/tensor";
 *
 * console.log(lshift(tensor([1, 3], { dtype: "int32" }), 2).toArray()); // [ 4, 12 ]
 * ```
 */
export function lshift<D extends DType>(x: Tensor<D>, bits: number, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("lshift", "lshift", x, bits, options);
}

/**
 * {@link lshift} with the elements of a tensor.
 *
 * @example
 * ```ts
 * import { clshift, tensor } from "@rushlight/tensor";
 *
 * console.log(clshift(tensor([1, 3], { dtype: "int32" }), tensor([2, 1], { dtype: "int32" })).toArray()); // [ 4, 6 ]
 * ```
 */
export function clshift<D extends DType>(x: Tensor<D>, bits: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("clshift", "lshift", x, bits, options);
}

/**
 * The bits of every element moved down, its sign kept: ⌊x / 2ᵇⁱᵗˢ⌋.
 *
 * @throws DTypeError for float tensors
 * @example
 * ```ts
 * import { rshift, tensor } from "@rushlight/tensor";
 *
 * console.log(rshift(tensor([12, -3], { dtype: "int32" }), 1).toArray()); // [ 6, -2 ]
 * ```
 */
export function rshift<D extends DType>(x: Tensor<D>, bits: number, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("rshift", "rshift", x, bits, options);
}

/**
 * {@link rshift} with the elements of a tensor.
 *
 * @example
 * ```ts
 * import { crshift, tensor } from "@rushlight/tensor";
 *
 * console.log(crshift(tensor([12, 12], { dtype: "int32" }), tensor([1, 2], { dtype: "int32" })).toArray()); // [ 6, 3 ]
 * ```
 */
export function crshift<D extends DType>(x: Tensor<D>, bits: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("crshift", "rshift", x, bits, options);
}

/**
 * The bits that both have.
 *
 * @throws DTypeError for float tensors
 * @example
 * ```ts
 * import { bitand, tensor } from "@rushlight/tensor";
 *
 * console.log(bitand(tensor([6, 5], { dtype: "int32" }), 3).toArray()); // [ 2, 1 ]
 * ```
 */
export function bitand<D extends DType>(x: Tensor<D>, mask: number, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("bitand", "bitand", x, mask, options);
}

/**
 * {@link bitand} with the elements of a tensor.
 *
 * @example
 * ```ts
 * import { cbitand, tensor } from "@rushlight/tensor";
 *
 * console.log(cbitand(tensor([6, 5], { dtype: "int32" }), tensor([4, 1], { dtype: "int32" })).toArray()); // [ 4, 1 ]
 * ```
 */
export function cbitand<D extends DType>(x: Tensor<D>, mask: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("cbitand", "bitand", x, mask, options);
}

/**
 * The bits that either has.
 *
 * @throws DTypeError for float tensors
 * @example
 * ```ts
 * import { bitor, tensor } from "@rushlight/tensor";
 *
 * console.log(bitor(tensor([6, 5], { dtype: "int32" }), 1).toArray()); // [ 7, 5 ]
 * ```
 */
export function bitor<D extends DType>(x: Tensor<D>, mask: number, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("bitor", "bitor", x, mask, options);
}

/**
 * {@link bitor} with the elements of a tensor.
 *
 * @example
 * ```ts
 * import { cbitor, tensor } from "@rushlight/tensor";
 *
 * console.log(cbitor(tensor([6, 5], { dtype: "int32" }), tensor([1, 2], { dtype: "int32" })).toArray()); // [ 7, 7 ]
 * ```
 */
export function cbitor<D extends DType>(x: Tensor<D>, mask: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("cbitor", "bitor", x, mask, options);
}

/**
 * The bits that one of both has.
 *
 * @throws DTypeError for float tensors
 * @example
 * ```ts
 * import { bitxor, tensor } from "@rushlight/tensor";
 *
 * console.log(bitxor(tensor([6, 5], { dtype: "int32" }), 7).toArray()); // [ 1, 2 ]
 * ```
 */
export function bitxor<D extends DType>(x: Tensor<D>, mask: number, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("bitxor", "bitxor", x, mask, options);
}

/**
 * {@link bitxor} with the elements of a tensor.
 *
 * @example
 * ```ts
 * import { cbitxor, tensor } from "@rushlight/tensor";
 *
 * console.log(cbitxor(tensor([6, 5], { dtype: "int32" }), tensor([6, 4], { dtype: "int32" })).toArray()); // [ 0, 1 ]
 * ```
 */
export function cbitxor<D extends DType>(x: Tensor<D>, mask: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return bitsResult("cbitxor", "bitxor", x, mask, options);
}

function bitsResult<D extends DType>(
  name: string,
  operation: BitOperation,
  x: Tensor<D>,
  y: number | Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor(name, x);
  checkBits(name, operation, x, y);
  const operands: readonly [Tensor<D>, ...Tensor<D>[]] = typeof y === "number" ? [x] : [x, y];
  return elementwiseResult(name, operands, options, (result) => bitsInto(name, operation, x, y, result));
}
