import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

/** From this many elements, copying with `set` beats a loop. */
const FEWEST_TO_SET = 64;

/** The memory of an engine as elements of the kind that an array has. */
export function memoryFor(engine: Engine, like: FloatArray): FloatArray {
  return like.BYTES_PER_ELEMENT === 4 ? engine.float32 : engine.float64;
}

/** Copies a matrix, row by row. */
export function copyMatrix(
  rows: number,
  columns: number,
  from: FloatArray,
  fromOffset: number,
  fromLeading: number,
  to: FloatArray,
  toOffset: number,
  toLeading: number,
): void {
  if (fromLeading === columns && toLeading === columns) {
    copyRun(rows * columns, from, fromOffset, to, toOffset);
    return;
  }
  for (let i = 0; i < rows; i++) {
    copyRun(columns, from, fromOffset, to, toOffset);
    fromOffset += fromLeading;
    toOffset += toLeading;
  }
}

/** Copies evenly spaced elements. */
export function copyVector(
  count: number,
  from: FloatArray,
  fromOffset: number,
  fromStride: number,
  to: FloatArray,
  toOffset: number,
  toStride: number,
): void {
  if (fromStride === 1 && toStride === 1) {
    copyRun(count, from, fromOffset, to, toOffset);
    return;
  }
  for (let i = 0; i < count; i++) {
    to[toOffset] = from[fromOffset];
    fromOffset += fromStride;
    toOffset += toStride;
  }
}

function copyRun(count: number, from: FloatArray, fromOffset: number, to: FloatArray, toOffset: number): void {
  if (count >= FEWEST_TO_SET) {
    to.set(from.subarray(fromOffset, fromOffset + count), toOffset);
    return;
  }
  for (let i = 0; i < count; i++) to[toOffset + i] = from[fromOffset + i];
}
