import { type ChosenRowKernel, type ChosenRowKernels, plainBackend } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

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
export function chosenRowKernels(engine: Engine): ChosenRowKernels {
  const { gather_rows_f32, gather_rows_f64, scatter_add_rows_f32, scatter_add_rows_f64 } = engine.kernels;
  engine.scratch(0, BLOCK * 4);

  /** The address of a copy of indices. */
  function copyIndices(count: number, indices: Int32Array, at: number): number {
    const address = engine.scratch(0, BLOCK * 4);
    const integers = engine.int32;
    const first = address / 4;
    for (let i = 0; i < count; i++) integers[first + i] = indices[at + i];
    return address;
  }

  function chosenRows(scatter: boolean, rows32: ChosenRows, rows64: ChosenRows): ChosenRowKernel {
    const plain = scatter ? plainBackend.chosenRows.scatterAdd : plainBackend.chosenRows.gather;
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
        else plain(some, size, indices, at, x, xAt, xStride, y, yAt, yStride);
      }
    };
  }

  return {
    gather: chosenRows(false, gather_rows_f32, gather_rows_f64),
    scatterAdd: chosenRows(true, scatter_add_rows_f32, scatter_add_rows_f64),
  };
}
