import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";

/**
 * A mask of where the elements are below a number, or those of another tensor: 1 there, else 0.
 *
 * @example
 * ```ts
 * import { lt, tensor } from "@rushlight/tensor";
 *
 * console.log(lt(tensor([1, 2, 3]), 2).toArray()); // [ 1, 0, 0 ]
 * ```
 */
export function lt<D extends DType>(
  x: Tensor<D>,
  other: number | Tensor<D>,
  options?: OutOptions<"uint8">,
): Tensor<"uint8"> {
  checkTensor("lt", x);
  return x.lt(other, options);
}

/**
 * A mask of where the elements are below or equal to a number, or those of another tensor: 1 there, else 0.
 *
 * @example
 * ```ts
 * import { le, tensor } from "@rushlight/tensor";
 *
 * console.log(le(tensor([1, 2, 3]), 2).toArray()); // [ 1, 1, 0 ]
 * ```
 */
export function le<D extends DType>(
  x: Tensor<D>,
  other: number | Tensor<D>,
  options?: OutOptions<"uint8">,
): Tensor<"uint8"> {
  checkTensor("le", x);
  return x.le(other, options);
}

/**
 * A mask of where the elements are above a number, or those of another tensor: 1 there, else 0.
 *
 * @example
 * ```ts
 * import { gt, tensor } from "@rushlight/tensor";
 *
 * console.log(gt(tensor([1, 2, 3]), 2).toArray()); // [ 0, 0, 1 ]
 * ```
 */
export function gt<D extends DType>(
  x: Tensor<D>,
  other: number | Tensor<D>,
  options?: OutOptions<"uint8">,
): Tensor<"uint8"> {
  checkTensor("gt", x);
  return x.gt(other, options);
}

/**
 * A mask of where the elements are above or equal to a number, or those of another tensor: 1 there, else 0.
 *
 * @example
 * ```ts
 * import { ge, tensor } from "@rushlight/tensor";
 *
 * console.log(ge(tensor([1, 2, 3]), 2).toArray()); // [ 0, 1, 1 ]
 * ```
 */
export function ge<D extends DType>(
  x: Tensor<D>,
  other: number | Tensor<D>,
  options?: OutOptions<"uint8">,
): Tensor<"uint8"> {
  checkTensor("ge", x);
  return x.ge(other, options);
}

/**
 * A mask of where the elements are equal to a number, or those of another tensor: 1 there, else 0.
 *
 * @example
 * ```ts
 * import { eq, tensor } from "@rushlight/tensor";
 *
 * console.log(eq(tensor([1, 2, 3]), 2).toArray()); // [ 0, 1, 0 ]
 * ```
 */
export function eq<D extends DType>(
  x: Tensor<D>,
  other: number | Tensor<D>,
  options?: OutOptions<"uint8">,
): Tensor<"uint8"> {
  checkTensor("eq", x);
  return x.eq(other, options);
}

/**
 * A mask of where the elements are not equal to a number, or those of another tensor: 1 there, else 0.
 *
 * @example
 * ```ts
 * import { ne, tensor } from "@rushlight/tensor";
 *
 * console.log(ne(tensor([1, 2, 3]), 2).toArray()); // [ 1, 0, 1 ]
 * ```
 */
export function ne<D extends DType>(
  x: Tensor<D>,
  other: number | Tensor<D>,
  options?: OutOptions<"uint8">,
): Tensor<"uint8"> {
  checkTensor("ne", x);
  return x.ne(other, options);
}
