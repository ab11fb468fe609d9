import { Tensor } from "@rushlight/tensor";
import type { TensorDescription } from "../sharing/TensorDescription.ts";
import { describeShared } from "./BatchBuffers.ts";

/** A flat gradient for each slice of a batch, in shared memory. */
export class SliceGradients {
  private readonly owner: string;
  private readonly like: Tensor;
  private readonly buffers: Tensor[] = [];

  /** @param like the flat gradient of the whole */
  constructor(owner: string, like: Tensor) {
    this.owner = owner;
    this.like = like;
  }

  /**
   * Where the gradients of so many slices are to go.
   *
   * @throws SharedMemoryError when there is no room for them
   */
  describe(count: number): readonly TensorDescription[] {
    return Array.from({ length: count }, (_, slice) => {
      const existing = this.buffers.at(slice);
      if (existing !== undefined) return describeShared(this.owner, existing);
      const buffer = new Tensor(this.like.size(), { dtype: this.like.dtype, resident: true });
      const description = describeShared(this.owner, buffer);
      this.buffers.push(buffer);
      return description;
    });
  }

  /**
   * result ← the sum over slices, in pairs: (0 + 1) + (2 + 3), and so on. The order depends on their number alone, and with it
   * the rounding.
   */
  sumInto(result: Tensor, count: number): void {
    for (let distance = 1; distance < count; distance *= 2) {
      for (let slice = 0; slice + distance < count; slice += 2 * distance) {
        this.buffers[slice].add(this.buffers[slice + distance]);
      }
    }
    result.copy(this.buffers[0]);
  }
}
