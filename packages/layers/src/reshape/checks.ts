import { ArgumentError, formatSize, type Size } from "@rushlight/tensor";

/**
 * Checks a setting that counts.
 *
 * @throws ArgumentError for what is no whole number, or below `least`
 */
export function checkWhole(name: string, what: string, value: number, least: number = -Infinity): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new ArgumentError(
    `${name}: expected ${what}${least === -Infinity ? "" : ` of at least ${least}`}, a whole number, got ${String(value)}`,
  );
}

/**
 * Checks the number of dimensions of a sample.
 *
 * @throws ArgumentError unless it is left out, or whole and at least 1
 */
export function checkSampleDims<Count extends number | undefined>(name: string, count: Count): Count {
  if (count !== undefined) checkWhole(name, "a number of dimensions", count, 1);
  return count;
}

/**
 * Checks the sizes of a sample.
 *
 * @returns a copy
 * @throws ArgumentError for sizes below 1, but for one −1, or none at all
 */
export function checkSizes(name: string, size: Size): Size {
  const inferred = size.filter((extent) => extent === -1).length;
  const valid = size.every((extent) => extent === -1 || (Number.isInteger(extent) && extent > 0));
  if (!valid || inferred > 1 || size.length === 0) {
    throw new ArgumentError(`${name}: expected sizes of at least 1, one of which may be -1, got ${formatSize(size)}`);
  }
  return size.slice();
}

/** How many elements these sizes make; 1 for none. */
export function product(size: Size): number {
  return size.reduce((total, extent) => total * extent, 1);
}
