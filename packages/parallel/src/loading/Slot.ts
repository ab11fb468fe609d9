import type { Batch } from "@rushlight/data";
import type { SampleForm } from "./messages.ts";
import { allocateShared, type SharedTensor } from "./SharedTensor.ts";

/** Shared memory for one batch, which threads write and the loop reads. */
export class Slot {
  readonly input: SharedTensor;
  readonly target: SharedTensor;
  private readonly full: Batch;
  private part: Batch;

  /** @throws ArgumentError when there is no room */
  constructor(owner: string, { input, target }: SampleForm, batchSize: number) {
    this.input = allocateShared(owner, input.dtype, [batchSize, ...input.size]);
    this.target = allocateShared(owner, target.dtype, [batchSize, ...target.size]);
    this.full = { input: this.input.tensor, target: this.target.tensor, size: batchSize };
    this.part = this.full;
  }

  /** Its first samples as a batch. */
  batch(size: number): Batch {
    if (size === this.full.size) return this.full;
    if (size !== this.part.size) {
      const { input, target } = this.full;
      this.part = { input: input.narrow(0, 0, size), target: target.narrow(0, 0, size), size };
    }
    return this.part;
  }
}
