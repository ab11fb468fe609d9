import { backend, type FloatArray, type FloatDType, Storage } from "@rushlight/tensor";

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
