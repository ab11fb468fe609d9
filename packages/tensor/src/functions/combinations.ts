import type { DType } from "../dtype/DType.ts";
import { checkNumber, checkOperands } from "../elementwise/check.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { changedResult, zipResult } from "./elementwiseResult.ts";

/**
 * base + scale·x·y, element by element.
 *
 * @example
 * ```ts
 * import { addcmul, tensor } from "@rushlight/tensor";
 *
 * console.log(addcmul(tensor([1, 1]), 2, tensor([3, 4]), tensor([5, 6])).toArray()); // [ 31, 49 ]
 * ```
 */
export function addcmul<D extends DType>(
  base: Tensor<D>,
  scale: number,
  x: Tensor<D>,
  y: Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkNumber("addcmul", scale);
  checkOperands("addcmul", base, x);
  checkOperands("addcmul", base, y);
  return changedResult("addcmul", [base, x, y], options, (copy) => copy.addcmul(scale, x, y));
}

/**
 * base + scale·x / y, element by element.
 *
 * @example
 * ```ts
 * import { addcdiv, tensor } from "@rushlight/tensor";
 *
 * console.log(addcdiv(tensor([1, 1]), 2, tensor([3, 4]), tensor([2, 8])).toArray()); // [ 4, 2 ]
 * ```
 */
export function addcdiv<D extends DType>(
  base: Tensor<D>,
  scale: number,
  x: Tensor<D>,
  y: Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkNumber("addcdiv", scale);
  checkOperands("addcdiv", base, x);
  checkOperands("addcdiv", base, y);
  return changedResult("addcdiv", [base, x, y], options, (copy) => copy.addcdiv(scale, x, y));
}

/**
 * The part `weight` of the way from one tensor to another: x + weight·(end − x).
 *
 * @example
 * ```ts
 * import { lerp, tensor } from "@rushlight/tensor";
 *
 * console.log(lerp(tensor([0, 10]), tensor([4, 20]), 0.25).toArray()); // [ 1, 12.5 ]
 * ```
 */
export function lerp<D extends DType>(
  start: Tensor<D>,
  end: Tensor<D>,
  weight: number,
  options?: OutOptions<D>,
): Tensor<D> {
  checkNumber("lerp", weight);
  return zipResult("lerp", "lerp", start, end, options, weight);
}
