import type { Tensor } from "@rushlight/tensor";

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
