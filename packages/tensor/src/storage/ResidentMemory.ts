import type { DType, TypedArrayOf } from "../dtype/DType.ts";

/**
 * Memory that a backend's kernels work in without copying. Storages that ask for it lie there; all others lie in memory of
 * their own. Where a storage lies changes speed, never results.
 */
export interface ResidentMemory {
  /** So many zero elements; undefined when there is no room for them. */
  allocate<D extends DType>(dtype: D, length: number): ResidentBlock<D> | undefined;
}

/** A block of resident memory. It is freed when neither the block nor an array that it gave can be reached any more. */
export interface ResidentBlock<D extends DType = DType> {
  /** The elements, for kernels. Another array after the memory has grown. What is derived from it does not keep the block. */
  readonly elements: TypedArrayOf<D>;
  /**
   * The elements from `start` up to but not `end`, in an array to hand out: what users derive from it keeps the block, too.
   */
  part(start: number, end: number): TypedArrayOf<D>;
}

let current: ResidentMemory | undefined;

/** The memory for storages that ask to be resident; undefined when the backend has none. */
export function residentMemory(): ResidentMemory | undefined {
  return current;
}

/** Makes storages that ask to be resident lie in this memory from now on. */
export function useResidentMemory(memory: ResidentMemory | undefined): void {
  current = memory;
}
