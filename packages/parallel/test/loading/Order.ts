import type { Sampler } from "@rushlight/data";

/** An order of samples that can be changed between epochs. */
export class Order implements Sampler {
  indices: readonly number[];

  constructor(indices: readonly number[]) {
    this.indices = indices;
  }

  get length(): number {
    return this.indices.length;
  }

  [Symbol.iterator](): Iterator<number> {
    return this.indices.values();
  }
}
