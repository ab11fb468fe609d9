import type { FloatArray } from "../backend/Backend.ts";

/** From this many runs side by side, going along the memory beats going along each run. */
const FEWEST_COLUMNS = 4;

/**
 * True when runs lie across the memory, as the columns of a row-major matrix do: their elements are further apart than
 * their beginnings.
 */
export function areColumns(runs: number, step: number, stride: number): boolean {
  return runs >= FEWEST_COLUMNS && step < stride;
}

/**
 * totals ← the sums of columns, read row by row: element (i, j) is at `start + i·rowStride + j·columnStride`. Each sum is
 * taken in the order of its column, so it is the same to the last digit as when the column is read by itself.
 */
export function columnSums(
  rows: number,
  columns: number,
  x: FloatArray,
  start: number,
  rowStride: number,
  columnStride: number,
  totals: Float64Array,
): void {
  totals.fill(0, 0, columns);
  let i = 0;
  // Four rows at a time: the totals are read and written once for four elements.
  for (; i + 4 <= rows; i += 4, start += 4 * rowStride) {
    let first = start;
    let second = first + rowStride;
    let third = second + rowStride;
    let fourth = third + rowStride;
    for (let j = 0; j < columns; j++) {
      totals[j] = totals[j] + x[first] + x[second] + x[third] + x[fourth];
      first += columnStride;
      second += columnStride;
      third += columnStride;
      fourth += columnStride;
    }
  }
  for (; i < rows; i++, start += rowStride) {
    for (let j = 0, at = start; j < columns; j++, at += columnStride) totals[j] += x[at];
  }
}

/** totals ← Σ (x − mean)² of each column with a mean of its own; otherwise as {@link columnSums}. */
export function columnSquaredDifferences(
  rows: number,
  columns: number,
  x: FloatArray,
  start: number,
  rowStride: number,
  columnStride: number,
  means: Float64Array,
  totals: Float64Array,
): void {
  totals.fill(0, 0, columns);
  let i = 0;
  for (; i + 4 <= rows; i += 4, start += 4 * rowStride) {
    let first = start;
    let second = first + rowStride;
    let third = second + rowStride;
    let fourth = third + rowStride;
    for (let j = 0; j < columns; j++) {
      const mean = means[j];
      const a = x[first] - mean;
      const b = x[second] - mean;
      const c = x[third] - mean;
      const d = x[fourth] - mean;
      totals[j] = totals[j] + a * a + b * b + c * c + d * d;
      first += columnStride;
      second += columnStride;
      third += columnStride;
      fourth += columnStride;
    }
  }
  for (; i < rows; i++, start += rowStride) {
    for (let j = 0, at = start; j < columns; j++, at += columnStride) {
      const difference = x[at] - means[j];
      totals[j] += difference * difference;
    }
  }
}

/**
 * positions ← where in each column its first largest element is, or its first NaN; with sign −1, its first smallest.
 * Otherwise as {@link columnSums}.
 *
 * @param extremes scratch memory, a number for each column
 */
export function columnExtremes(
  rows: number,
  columns: number,
  x: FloatArray,
  start: number,
  rowStride: number,
  columnStride: number,
  sign: 1 | -1,
  extremes: Float64Array,
  positions: Int32Array,
): void {
  positions.fill(0, 0, columns);
  for (let j = 0, at = start; j < columns; j++, at += columnStride) extremes[j] = sign * x[at];
  for (let i = 1; i < rows; i++) {
    start += rowStride;
    for (let j = 0, at = start; j < columns; j++, at += columnStride) {
      const value = sign * x[at];
      // Also true when one of them is NaN: the first NaN stays.
      if (!(value <= extremes[j]) && !Number.isNaN(extremes[j])) {
        extremes[j] = value;
        positions[j] = i;
      }
    }
  }
}
