/** The numbers that a figure may be, when it depends on random numbers: both ends are included. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** Whether a number is in a range. NaN is in none. */
export function isIn(
  value: number,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Range,
): boolean {
  return value >= from && value <= to;
}

/** A range in words: `0.35 to 0.75`, `at most 0.3`. */
export function rangeText({ from, to }: Range): string {
  if (from === undefined) return `at most ${to}`;
  return to === undefined ? `at least ${from}` : `${from} to ${to}`;
}
