import type { MapperPool } from "./MapperPool.ts";
import type { Slot } from "./Slot.ts";

/** What was thrown. */
interface Failure {
  readonly error: unknown;
}

/** A batch that is on its way, or there. */
interface Pending {
  readonly slot: Slot;
  readonly size: number;
  /** What went wrong; undefined when the batch is there. Never rejected: nobody may be waiting for this one yet. */
  readonly failure: Promise<Failure | undefined>;
}

/** The batches of one epoch: threads write as many as there are slots, and the loop takes them in order. */
export class Pipeline {
  private readonly pool: MapperPool;
  private readonly epoch: number;
  private readonly batches: Iterator<Int32Array, unknown>;
  private readonly free: Slot[];
  private readonly pending: Pending[] = [];
  private ended = false;
  private failure: Failure | undefined;

  /** @param batches the samples of each batch; what it throws is thrown after the batches before */
  constructor(pool: MapperPool, epoch: number, slots: readonly Slot[], batches: Iterator<Int32Array, unknown>) {
    this.pool = pool;
    this.epoch = epoch;
    this.batches = batches;
    this.free = [...slots];
  }

  /** The next batch, once it is there; undefined at the end. Its slot is then the caller's, until it is released. */
  async next(): Promise<{ readonly slot: Slot; readonly size: number } | undefined> {
    this.fill();
    const first = this.pending.at(0);
    if (first === undefined) {
      if (this.failure !== undefined) throw this.failure.error;
      return undefined;
    }
    const failure = await first.failure;
    if (failure !== undefined) throw failure.error;
    this.pending.shift();
    return first;
  }

  /** Gives a slot back. */
  release(slot: Slot): void {
    this.free.push(slot);
  }

  /** Waits until no thread writes to a slot. */
  async settle(): Promise<void> {
    this.ended = true;
    await Promise.all(this.pending.map(({ failure }) => failure));
  }

  private fill(): void {
    while (!this.ended && this.free.length > 0) {
      const indices = this.nextIndices();
      const slot = indices && this.free.pop();
      if (indices === undefined || slot === undefined) return;
      this.pending.push({ slot, size: indices.length, failure: this.write(indices, slot) });
    }
  }

  private nextIndices(): Int32Array | undefined {
    try {
      const { done, value } = this.batches.next();
      if (done !== true) return value;
    } catch (error) {
      this.failure = { error };
    }
    this.ended = true;
    return undefined;
  }

  private async write(indices: Int32Array, slot: Slot): Promise<Failure | undefined> {
    try {
      await this.pool.write({
        indices,
        epoch: this.epoch,
        input: slot.input.description,
        target: slot.target.description,
      });
      return undefined;
    } catch (error) {
      return { error };
    }
  }
}
