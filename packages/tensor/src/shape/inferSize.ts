import { ShapeError } from "../errors/ShapeError.ts";
import { elementCount, formatSize, type Size } from "./size.ts";

/**
 * Sizes for the elements that a tensor of size `from` has. One may be −1: it becomes what is left.
 *
 * @throws ShapeError when the number of elements differs
 */
export function inferSize(operation: string, size: Size, from: Size): Size {
  const count = elementCount(from);
  const unknown = size.indexOf(-1);
  const known = elementCount(size.filter((_, d) => d !== unknown)) || 1;
  const result = size.map((extent, d) => (d === unknown ? count / known : extent));
  const whole = result.every((extent) => Number.isInteger(extent) && extent > 0);
  if (!whole || elementCount(result) !== count) {
    throw new ShapeError(
      `${operation}: expected sizes for the ${count} elements of ${formatSize(from)} (one may be -1), got ${formatSize(size)}`,
    );
  }
  return result;
}
