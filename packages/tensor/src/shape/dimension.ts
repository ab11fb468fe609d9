import { IndexError } from "../errors/IndexError.ts";

/**
 * A dimension counted from the start: negative ones count from the end.
 *
 * @throws IndexError when a tensor of `dimensions` dimensions does not have it
 * @example
 * ```ts
 * import { checkDimension } from "@rushlight/tensor";
 *
 * console.log(checkDimension("sum", -1, 3)); // 2
 * ```
 */
export function checkDimension(operation: string, dimension: number, dimensions: number): number {
  const counted = dimension < 0 ? dimension + dimensions : dimension;
  if (!Number.isInteger(dimension) || counted < 0 || counted >= dimensions) {
    const range =
      dimensions === 0 ? "a tensor that is not empty" : `a dimension from ${-dimensions} to ${dimensions - 1}`;
    throw new IndexError(`${operation}: expected ${range}, got dimension ${dimension}`);
  }
  return counted;
}

/**
 * An index counted from the start: negative ones count from the end.
 *
 * @throws IndexError when `extent` elements do not include it
 * @example
 * ```ts
 * import { checkIndex } from "@rushlight/tensor";
 *
 * console.log(checkIndex("select", -1, 10)); // 9
 * ```
 */
export function checkIndex(operation: string, index: number, extent: number): number {
  const counted = index < 0 ? index + extent : index;
  if (!Number.isInteger(index) || counted < 0 || counted >= extent) {
    throw new IndexError(`${operation}: expected an index from ${-extent} to ${extent - 1}, got ${index}`);
  }
  return counted;
}
