/** The numbers that a figure may be, when it depends on random numbers: both ends are included. */
export type Range =
  | { readonly from: number; readonly to?: number }
  | { readonly from?: undefined; readonly to: number };

/** Whether a number is in a range. NaN is in none. */
export function isIn(
  value: number,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Range,
): boolean {
  return value >= from && value <= to;
}

/** A range in words: `0.35 to 0.75`, `at most 1e-10`. */
export function rangeText(range: Range): string {
  if (range.from === undefined) return `at most ${plain(range.to)}`;
  return range.to === undefined ? `at least ${plain(range.from)}` : `${plain(range.from)} to ${plain(range.to)}`;
}

function plain(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
}
