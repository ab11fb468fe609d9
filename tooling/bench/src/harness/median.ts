/**
 * The middle number; the mean of the middle two when there is no single one.
 *
 * @throws RangeError for no numbers
 */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError("median: expected at least one number, got none");
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
