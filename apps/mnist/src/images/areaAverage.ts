import type { Box, Plane } from "./Plane.ts";

/** Where numbers come from, row by row. */
export interface RowSource {
  readonly width: number;
  /** Writes row `y` from the top. */
  readRow(y: number, row: Float32Array): void;
}

/** How large the result is, and how large each of its pixels is in the source. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly xStep: number;
  readonly yStep: number;
}

/**
 * Each pixel of the result is the mean over the rectangle of the source that it covers, pixels at the edge of the
 * rectangle counting by the share that is inside. What lies outside the box counts as 0.
 */
export function areaAverage(source: RowSource, box: Box, { width, height, xStep, yStep }: Raster): Plane {
  const columns = coverage(box.left, box.width, xStep, width);
  const rows = coverage(box.top, box.height, yStep, height);
  const data = new Float32Array(width * height);
  const row = new Float32Array(source.width);
  for (const [y, { first, shares }] of rows.entries()) {
    for (const [i, share] of shares.entries()) {
      source.readRow(first + i, row);
      addRow(row, columns, share, data.subarray(y * width, (y + 1) * width));
    }
  }
  return { width, height, data };
}

/** Which pixels a longer pixel covers: from `first` on, with these shares of its length. */
interface Covered {
  readonly first: number;
  readonly shares: readonly number[];
}

function coverage(start: number, length: number, step: number, count: number): readonly Covered[] {
  return Array.from({ length: count }, (_, i) => {
    const from = start + i * step;
    // Rounding must not let a sliver of a pixel behind the end in.
    const to = Math.min(from + step, start + length) - 1e-9;
    const first = Math.floor(from);
    const last = Math.floor(to);
    const shares = [];
    for (let p = first; p <= last; p++) shares.push((Math.min(p + 1, to) - Math.max(p, from)) / step);
    return { first, shares };
  });
}

function addRow(row: Float32Array, columns: readonly Covered[], weight: number, target: Float32Array): void {
  for (let x = 0; x < target.length; x++) {
    const { first, shares } = columns[x];
    let sum = 0;
    for (let i = 0; i < shares.length; i++) sum += row[first + i] * shares[i];
    target[x] += weight * sum;
  }
}
