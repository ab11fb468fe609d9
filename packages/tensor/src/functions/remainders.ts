import type { DType } from "../dtype/DType.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { scalarResult, zipResult } from "./elementwiseResult.ts";

/**
 * The remainders of divisions by a number, with the signs of the elements; C's `fmod`, JavaScript's `%`.
 *
 * @example
 * ```ts
 * import { fmod, tensor } from "@rushlight/tensor";
 *
 * console.log(fmod(tensor([-5, 5]), 3).toArray()); // [ -2, 2 ]
 * ```
 */
export function fmod<D extends DType>(x: Tensor<D>, divisor: number, options?: OutOptions<D>): Tensor<D> {
  return scalarResult("fmod", "fmodScalar", x, divisor, options);
}

/**
 * The remainders of divisions by a number, with the sign of the number: x − a·⌊x/a⌋.
 *
 * @example
 * ```ts
 * import { remainder, tensor } from "@rushlight/tensor";
 *
 * console.log(remainder(tensor([-5, 5]), 3).toArray()); // [ 1, 2 ]
 * ```
 */
export function remainder<D extends DType>(x: Tensor<D>, divisor: number, options?: OutOptions<D>): Tensor<D> {
  return scalarResult("remainder", "remainderScalar", x, divisor, options);
}

/**
 * {@link fmod} with the elements of a tensor as divisors.
 *
 * @example
 * ```ts
 * import { cfmod, tensor } from "@rushlight/tensor";
 *
 * console.log(cfmod(tensor([-5, 5]), tensor([3, 4])).toArray()); // [ -2, 1 ]
 * ```
 */
export function cfmod<D extends DType>(x: Tensor<D>, divisors: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return zipResult("cfmod", "fmod", x, divisors, options);
}

/**
 * {@link remainder} with the elements of a tensor as divisors.
 *
 * @example
 * ```ts
 * import { cremainder, tensor } from "@rushlight/tensor";
 *
 * console.log(cremainder(tensor([-5, 5]), tensor([3, -3])).toArray()); // [ 1, -1 ]
 * ```
 */
export function cremainder<D extends DType>(x: Tensor<D>, divisors: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return zipResult("cremainder", "remainder", x, divisors, options);
}
