import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { BLOCK, gatherBlock } from "./blocks.ts";

/** totals ← the sums of the columns of a matrix whose element (i, j) is at `start + i·rowStride + j·columnStride`. */
export type ColumnSums = (
  rows: number,
  columns: number,
  x: FloatArray,
  start: number,
  rowStride: number,
  columnStride: number,
  totals: Float64Array,
) => void;

/**
 * The column sums of an engine, in double precision. Each column is summed in the order of its rows: the sums are the
 * plain ones to the last digit.
 */
export function columnSums(engine: Engine): ColumnSums {
  const { column_sums_f32, column_sums_f64 } = engine.kernels;
  return (rows, columns, x, start, rowStride, columnStride, totals) => {
    const kernel = x instanceof Float32Array ? column_sums_f32 : column_sums_f64;
    // Scratch memory first: it may replace the memory.
    const target = engine.scratch(1, columns * 8);
    engine.scratch(0, BLOCK * 8);
    const first = target / 8;
    engine.float64.fill(0, first, first + columns);
    const address = columnStride === 1 ? engine.addressOf(x, start) : 0;
    if (address !== 0) kernel(rows, columns, address, rowStride, target);
    else if (columnStride === 1 && rowStride === columns) addDense(engine, kernel, rows, columns, x, start, target);
    else addRows(engine, kernel, rows, columns, x, start, rowStride, columnStride, target);
    const memory = engine.float64;
    for (let j = 0; j < columns; j++) totals[j] = memory[first + j];
  };
}

type ColumnKernel = (rows: number, columns: number, x: number, rowStride: number, totals: number) => number;

/** Adds the rows of a dense matrix, as many at a time as fit in a block. */
function addDense(
  engine: Engine,
  kernel: ColumnKernel,
  rows: number,
  columns: number,
  x: FloatArray,
  start: number,
  target: number,
): void {
  const some = Math.floor(BLOCK / columns);
  if (some === 0) return addRows(engine, kernel, rows, columns, x, start, columns, 1, target);
  for (; rows > 0; rows -= some, start += some * columns) {
    const part = Math.min(rows, some);
    kernel(part, columns, gatherBlock(engine, part * columns, x, start, 1), columns, target);
  }
}

/** Adds one row after the other, each in blocks. */
function addRows(
  engine: Engine,
  kernel: ColumnKernel,
  rows: number,
  columns: number,
  x: FloatArray,
  start: number,
  rowStride: number,
  columnStride: number,
  target: number,
): void {
  for (let i = 0; i < rows; i++, start += rowStride) {
    for (let j = 0; j < columns; j += BLOCK) {
      const part = Math.min(columns - j, BLOCK);
      const block = gatherBlock(engine, part, x, start + j * columnStride, columnStride);
      kernel(1, part, block, part, target + j * 8);
    }
  }
}
