import { type ColumnKernels, type FloatArray, plainBackend } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { takeChunks } from "../engine/staging.ts";
import { BLOCK, gatherBlock } from "./blocks.ts";

/** Adds the columns of a matrix, whose rows are dense, to the totals. */
type AddColumns = (rows: number, columns: number, x: number, rowStride: number, means: number, totals: number) => void;

/** Smaller matrices are left to the plain kernels, which are done before a call into WebAssembly is. */
const SMALLEST = 256;

/** The slots of scratch memory; blocks of a managed matrix lie in slot 0. */
const TOTALS = 1;
const MEANS = 2;

/**
 * The column sums of an engine, in double precision. Each column is summed in the order of its rows: the sums are the
 * plain ones to the last digit.
 */
export function columnKernels(engine: Engine): Pick<ColumnKernels, "sum" | "sumOfSquaredDifferences"> {
  const { column_sums_f32, column_sums_f64, column_squares_f32, column_squares_f64 } = engine.kernels;
  const plain = plainBackend.columns;
  takeChunks(engine);
  return {
    sum(rows, columns, x, start, rowStride, columnStride, totals) {
      if (rows * columns < SMALLEST) return plain.sum(rows, columns, x, start, rowStride, columnStride, totals);
      const kernel = x instanceof Float32Array ? column_sums_f32 : column_sums_f64;
      for (let j = 0; j < columns; j += BLOCK) {
        const some = Math.min(columns - j, BLOCK);
        sumBlock(engine, kernel, rows, some, x, start + j * columnStride, rowStride, columnStride, totals, j);
      }
    },
    sumOfSquaredDifferences(rows, columns, x, start, rowStride, columnStride, means, totals) {
      if (rows * columns < SMALLEST) {
        return plain.sumOfSquaredDifferences(rows, columns, x, start, rowStride, columnStride, means, totals);
      }
      const kernel = x instanceof Float32Array ? column_squares_f32 : column_squares_f64;
      for (let j = 0; j < columns; j += BLOCK) {
        const some = Math.min(columns - j, BLOCK);
        const from = engine.scratch(MEANS, BLOCK * 8) / 8;
        const memory = engine.float64;
        for (let i = 0; i < some; i++) memory[from + i] = means[j + i];
        sumBlock(engine, kernel, rows, some, x, start + j * columnStride, rowStride, columnStride, totals, j);
      }
    },
  };
}

/** The totals, from the one at j on, of at most {@link BLOCK} columns. */
function sumBlock(
  engine: Engine,
  kernel: AddColumns,
  rows: number,
  columns: number,
  x: FloatArray,
  start: number,
  rowStride: number,
  columnStride: number,
  totals: Float64Array,
  j: number,
): void {
  const address = columnStride === 1 ? engine.addressOf(x, start) : 0;
  const target = engine.scratch(TOTALS, BLOCK * 8);
  const first = target / 8;
  const means = engine.scratch(MEANS, BLOCK * 8);
  const memory = engine.float64;
  memory.fill(0, first, first + columns);
  if (address !== 0) kernel(rows, columns, address, rowStride, means, target);
  else {
    // As many rows at a time as fit in a block when they continue each other, else one.
    const dense = columnStride === 1 && rowStride === columns;
    const some = dense ? Math.floor(BLOCK / columns) : 1;
    for (; rows > 0; rows -= some, start += some * rowStride) {
      const part = Math.min(rows, some);
      const block = gatherBlock(engine, part * columns, x, start, columnStride);
      kernel(part, columns, block, columns, means, target);
    }
  }
  for (let i = 0; i < columns; i++) totals[j + i] = memory[first + i];
}
