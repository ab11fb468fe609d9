/** How far numbers may be from the recorded ones, relative to the largest magnitude that they are compared with. */
export const FLOAT64_TOLERANCE = 1e-10;

/** The tolerance for what is computed in float32, and for kernels that iterate until they are close enough. */
export const COARSE_TOLERANCE = 1e-6;

/** Numbers that are smaller than this all over are sums that cancelled: what is left of them is rounding. */
const SMALLEST_MAGNITUDE = 1e-3;

/** The largest finite magnitude in some numbers, the scale that a tolerance is relative to. */
export function magnitude(numbers: Iterable<number>): number {
  let largest = SMALLEST_MAGNITUDE;
  for (const value of numbers) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** True when two numbers are as close as `distance`. NaN equals NaN, and an infinity itself. */
export function close(expected: number, actual: number, distance: number): boolean {
  return Object.is(expected, actual) || Math.abs(expected - actual) <= distance || expected === actual;
}
