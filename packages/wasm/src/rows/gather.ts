import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

/** Moves rows that are chosen by their numbers. Row i of an operand begins at `offset + i·stride` and lies dense. */
type ChosenRowsKernel = (
  count: number,
  size: number,
  indices: Int32Array,
  indicesOffset: number,
  x: FloatArray,
  xOffset: number,
  xStride: number,
  y: FloatArray,
  yOffset: number,
  yStride: number,
) => void;

/** What lookup tables compute with. */
export interface ChosenRowsKernels {
  /** y[i] ← x[indices[i]] */
  gatherRows: ChosenRowsKernel;
  /** y[indices[i]] ← y[indices[i]] + x[i], one row after the other */
  scatterAddRows: ChosenRowsKernel;
}

/** Indices that are copied at a time. */
const BLOCK = 4096;

type ChosenRows = (
  count: number,
  size: number,
  indices: number,
  x: number,
  xStride: number,
  y: number,
  yStride: number,
) => void;

/**
 * The row moves of an engine. A sum of two numbers is rounded the same way everywhere, so managed operands, whose tables
 * would be too large to copy, are worked on in JavaScript with the same results.
 */
export function chosenRowsKernels(engine: Engine): ChosenRowsKernels {
  const { gather_rows_f32, gather_rows_f64, scatter_add_rows_f32, scatter_add_rows_f64 } = engine.kernels;
  engine.scratch(0, BLOCK * 4);
  let integers = new Int32Array(engine.buffer);

  /** The address of a copy of indices. */
  function copyIndices(count: number, indices: Int32Array, at: number): number {
    const address = engine.scratch(0, BLOCK * 4);
    if (integers.buffer !== engine.buffer) integers = new Int32Array(engine.buffer);
    const first = address / 4;
    for (let i = 0; i < count; i++) integers[first + i] = indices[at + i];
    return address;
  }

  function chosenRows(scatter: boolean, rows32: ChosenRows, rows64: ChosenRows): ChosenRowsKernel {
    return (count, size, indices, indicesOffset, x, xOffset, xStride, y, yOffset, yStride) => {
      const kernel = x instanceof Float32Array ? rows32 : rows64;
      for (let done = 0; done < count; done += BLOCK) {
        const some = Math.min(count - done, BLOCK);
        // The operand whose rows are not chosen goes on by as many rows.
        const xAt = xOffset + (scatter ? done * xStride : 0);
        const yAt = yOffset + (scatter ? 0 : done * yStride);
        const from = engine.addressOf(x, xAt);
        const to = engine.addressOf(y, yAt);
        const at = indicesOffset + done;
        if (from !== 0 && to !== 0) kernel(some, size, copyIndices(some, indices, at), from, xStride, to, yStride);
        else if (scatter) scatterAdd(some, size, indices, at, x, xAt, xStride, y, yAt, yStride);
        else gather(some, size, indices, at, x, xAt, xStride, y, yAt, yStride);
      }
    };
  }

  return {
    gatherRows: chosenRows(false, gather_rows_f32, gather_rows_f64),
    scatterAddRows: chosenRows(true, scatter_add_rows_f32, scatter_add_rows_f64),
  };
}

const gather: ChosenRowsKernel = (count, size, indices, at, x, xOffset, xStride, y, yOffset, yStride) => {
  for (let i = 0; i < count; i++, yOffset += yStride) {
    const from = xOffset + indices[at + i] * xStride;
    for (let j = 0; j < size; j++) y[yOffset + j] = x[from + j];
  }
};

const scatterAdd: ChosenRowsKernel = (count, size, indices, at, x, xOffset, xStride, y, yOffset, yStride) => {
  for (let i = 0; i < count; i++, xOffset += xStride) {
    const to = yOffset + indices[at + i] * yStride;
    for (let j = 0; j < size; j++) y[to + j] += x[xOffset + j];
  }
};
