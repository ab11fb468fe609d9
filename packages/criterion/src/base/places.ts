import type { Tensor } from "@rushlight/tensor";
import { dense } from "./dense.ts";

/**
 * Where the elements of a vector are: element i at `offset + i·stride`. Read `elements` after everything that may take
 * memory, which moves them.
 */
export interface Places {
  readonly elements: ArrayLike<number>;
  readonly offset: number;
  readonly stride: number;
}

/** Where the elements of a vector are; a number is a vector of one. */
export function placesOf(vector: Tensor | number): Places {
  if (typeof vector === "number") return { elements: [vector], offset: 0, stride: 0 };
  return {
    get elements() {
      return vector.storage().data;
    },
    offset: vector.storageOffset(),
    stride: vector.stride(-1),
  };
}

/** Where the elements of a tensor are in row-major order; those of several dimensions that lie apart are copied into `memory`. */
export function placesInOrder(tensor: Tensor, memory: Tensor): Places {
  if (tensor.dim() === 1) return placesOf(tensor);
  const ordered = dense(tensor, memory);
  // Not the stride of the last dimension, which may be anything where that has size 1.
  return { elements: ordered.storage().data, offset: ordered.storageOffset(), stride: 1 };
}
