import type { ColumnKernels } from "../Backend.ts";

/** The plain column functions: they go along the memory, row by row. */
export const plainColumns: ColumnKernels = {
  sum(rows, columns, x, start, rowStride, columnStride, totals) {
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
  },

  sumOfSquaredDifferences(rows, columns, x, start, rowStride, columnStride, means, totals) {
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
  },

  extremes(rows, columns, x, start, rowStride, columnStride, sign, extremes, positions) {
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
  },
};
