import type { DType } from "../dtype/DType.ts";
import { checkNumber, checkTensor } from "../elementwise/check.ts";
import { checkMask, checkMaskedSource } from "../indexing/masks.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { changedCopy } from "./changedCopy.ts";

/**
 * The elements where a mask is 1, in row-major order: a vector, empty where no element is meant.
 *
 * @throws ShapeError, DTypeError or ArgumentError unless the mask is one of the size of x
 * @example
 * ```ts
 * import { maskedSelect, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -1, 2]);
 * console.log(maskedSelect(x, x.gt(0)).toArray()); // [ 3, 2 ]
 * ```
 */
export function maskedSelect<D extends DType>(
  x: Tensor<D>,
  mask: Tensor<"uint8">,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("maskedSelect", x);
  return x.maskedSelect(mask, options);
}

/**
 * A copy in which the elements where a mask is 1 are a number.
 *
 * @throws ShapeError, DTypeError or ArgumentError unless the mask is one of the size of x
 * @example
 * ```ts
 * import { maskedFill, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -1, 2]);
 * console.log(maskedFill(x, x.lt(0), 0).toArray()); // [ 3, 0, 2 ]
 * ```
 */
export function maskedFill<D extends DType>(
  x: Tensor<D>,
  mask: Tensor<"uint8">,
  value: number,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("maskedFill", x);
  checkMask("maskedFill", x, mask);
  checkNumber("maskedFill", value);
  return changedCopy("maskedFill", x, [mask], options, (copy) => copy.maskedFill(mask, value));
}

/**
 * A copy in which the first elements of a source, in row-major order, take the places where a mask is 1.
 *
 * @param source of any size with at least as many elements as the mask has ones
 * @throws ShapeError, DTypeError or ArgumentError when the mask or the source do not go with x
 * @example
 * ```ts
 * import { maskedCopy, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -1, 2]);
 * console.log(maskedCopy(x, x.gt(0), tensor([7, 8])).toArray()); // [ 7, -1, 8 ]
 * ```
 */
export function maskedCopy<D extends DType>(
  x: Tensor<D>,
  mask: Tensor<"uint8">,
  source: Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("maskedCopy", x);
  checkMaskedSource("maskedCopy", x, mask, source);
  return changedCopy("maskedCopy", x, [mask, source], options, (copy) => copy.maskedCopy(mask, source));
}

/**
 * The indices of the elements that are not 0, in row-major order: `[count, dimensions]`, one row of indices for each.
 * Empty when all are 0.
 *
 * @example
 * ```ts
 * import { nonzero, tensor } from "@rushlight/tensor";
 *
 * console.log(nonzero(tensor([0, 5, 6])).toArray()); // [ [ 1 ], [ 2 ] ]
 * ```
 */
export function nonzero(x: Tensor, options: OutOptions<"int32"> = {}): Tensor<"int32"> {
  checkTensor("nonzero", x);
  return x.nonzero(options);
}
