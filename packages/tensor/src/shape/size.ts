import { ShapeError } from "../errors/ShapeError.ts";

/** Sizes by dimension, outermost first; `[]` is the empty tensor. */
export type Size = readonly number[];

/** Sizes given one by one, as in Torch, or as one array: `(3, 2)` or `([3, 2])`. */
export type SizeArguments = readonly number[] | readonly [Size];

/**
 * The sizes in either form of {@link SizeArguments} as one array.
 *
 * @example
 * ```ts
 * import { sizeOf } from "@rushlight/tensor";
 *
 * console.log(sizeOf([3, 2]), sizeOf([[3, 2]])); // [ 3, 2 ] [ 3, 2 ]
 * ```
 */
export function sizeOf(args: SizeArguments): Size {
  const first = args[0];
  return Array.isArray(first) ? first : (args as readonly number[]);
}

/**
 * How many elements a tensor of this size has: the product of the sizes, 0 for `[]`.
 *
 * @example
 * ```ts
 * import { elementCount } from "@rushlight/tensor";
 *
 * console.log(elementCount([3, 2]), elementCount([])); // 6 0
 * ```
 */
export function elementCount(size: Size): number {
  if (size.length === 0) return 0;
  let count = 1;
  for (let d = 0; d < size.length; d++) count *= size[d];
  return count;
}

/**
 * The strides of a row-major tensor of this size: the last dimension is dense.
 *
 * @example
 * ```ts
 * import { contiguousStride } from "@rushlight/tensor";
 *
 * console.log(contiguousStride([4, 3, 2])); // [ 6, 2, 1 ]
 * ```
 */
export function contiguousStride(size: Size): number[] {
  const stride = new Array<number>(size.length);
  let step = 1;
  for (let d = size.length - 1; d >= 0; d--) {
    stride[d] = step;
    step *= size[d];
  }
  return stride;
}

/**
 * True when both have the same dimensions.
 *
 * @example
 * ```ts
 * import { sameSize } from "@rushlight/tensor";
 *
 * console.log(sameSize([3, 2], [3, 2]), sameSize([6], [3, 2])); // true false
 * ```
 */
export function sameSize(a: Size, b: Size): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}

/**
 * The size as messages print it: `[64, 783]`.
 *
 * @example
 * ```ts
 * import { formatSize } from "@rushlight/tensor";
 *
 * console.log(formatSize([64, 783])); // [64, 783]
 * ```
 */
export function formatSize(size: Size): string {
  return `[${size.join(", ")}]`;
}

/** How many dimensions a tensor can have. */
export const MOST_DIMENSIONS = 32;

/**
 * Checks sizes for a new or resized tensor: whole numbers of at least 1. `[0]` and `[]` both mean the empty tensor,
 * which has no dimensions, as in Torch.
 *
 * @returns a private copy
 * @throws ShapeError for any other size, and for more dimensions than a tensor can have
 */
export function checkSize(operation: string, size: Size): Size {
  if (size.length === 0 || (size.length === 1 && size[0] === 0)) return [];
  if (size.length > MOST_DIMENSIONS) {
    throw new ShapeError(`${operation}: expected at most ${MOST_DIMENSIONS} dimensions, got ${size.length}`);
  }
  for (const extent of size) {
    if (!Number.isInteger(extent) || extent < 1) {
      throw new ShapeError(`${operation}: expected sizes of at least 1 in every dimension, got ${formatSize(size)}`);
    }
  }
  return size.slice();
}
