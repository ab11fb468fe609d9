/**
 * The number that a quarter of all is not above: of times, one that the machine had for itself even when it was disturbed in half
 * of them.
 *
 * @throws RangeError for no numbers
 */
export function lowerQuartile(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError("lowerQuartile: expected at least one number, got none");
  return [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 2];
}
