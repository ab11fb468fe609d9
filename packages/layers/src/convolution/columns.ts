import { backend, type FloatArray, type FloatDType, Storage } from "@rushlight/tensor";

/** Scratch memory, and the backend's memory in which it lies. */
interface Columns {
  readonly storage: Storage<FloatDType>;
  readonly memory: unknown;
}

const kept = new Map<FloatDType, Columns>();

/**
 * Where convolutions of a dtype unfold the windows of a sample: room for at least so many elements, with anything in it. All
 * share it: calls are synchronous, and nothing is kept there from one to the next.
 */
export function sharedColumns(dtype: FloatDType, count: number): FloatArray {
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
