import { backend, type FloatArray, type FloatDType, Storage } from "@rushlight/tensor";
import type { WindowBlocks } from "../../windows/WindowBlocks.ts";

/** The most elements that are unfolded at a time, unless one row of windows has more: what stays in a processor's cache. */
export const BLOCK = 262_144;

/** Scratch memory, and the backend's memory in which it lies. */
interface Columns {
  readonly storage: Storage<FloatDType>;
  readonly memory: unknown;
}

const kept = new Map<FloatDType, Columns>();

/**
 * Where convolutions unfold and pad samples: room for at least so many elements like those of an array, with anything in it.
 * All convolutions share it: calls are synchronous, and nothing is kept there from one to the next. Asking for no more than
 * before gives the same memory, with what is there.
 */
export function sharedColumns(like: FloatArray, count: number): FloatArray {
  const dtype: FloatDType = like instanceof Float32Array ? "float32" : "float64";
  const { memory } = backend();
  let columns = kept.get(dtype);
  // Another backend computes elsewhere.
  if (columns === undefined || columns.memory !== memory) {
    columns = { storage: new Storage<FloatDType>(dtype, count, { resident: true }), memory };
    kept.set(dtype, columns);
  }
  columns.storage.grow(count);
  return columns.storage.data;
}

/**
 * Begins with the blocks of windows that are unfolded at a time, and gives the columns that they go to.
 *
 * @param terms the elements of a window
 */
export function beginColumns(blocks: WindowBlocks, terms: number, like: FloatArray): FloatArray {
  blocks.begin(Math.floor(BLOCK / terms));
  return sharedColumns(like, terms * blocks.largest);
}
