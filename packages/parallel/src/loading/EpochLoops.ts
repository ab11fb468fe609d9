import { type Batch, RandomSampler, type Sampler, SequentialSampler } from "@rushlight/data";
import { ArgumentError } from "@rushlight/tensor";
import { type BatchRule, batchIndices, startingWith } from "./batchIndices.ts";
import type { MapperPool } from "./MapperPool.ts";
import type { ParallelLoaderOptions } from "./ParallelLoaderOptions.ts";
import { Pipeline } from "./Pipeline.ts";
import { Slot } from "./Slot.ts";

/** The samples of each epoch, and how they are cut into batches. */
interface Plan {
  readonly sampler: Sampler;
  readonly rule: BatchRule;
}

/** The loops over a `ParallelLoader`, one at a time, and the memory that they share. */
export class EpochLoops {
  private readonly pool: MapperPool;
  private readonly options: ParallelLoaderOptions;
  private readonly slotCount: number;
  private currentPlan: Plan | undefined;
  private slots: readonly Slot[] = [];
  private pipeline: Pipeline | undefined;
  private begun = 0;

  constructor(pool: MapperPool, options: ParallelLoaderOptions, slotCount: number) {
    this.pool = pool;
    this.options = options;
    this.slotCount = slotCount;
    if (pool.knownLength !== undefined) this.currentPlan = planFor(options, pool.knownLength);
  }

  /** What is planned, once the length of the dataset is known. */
  get plan(): Plan | undefined {
    return this.currentPlan;
  }

  /** What is planned; asks for the length of the dataset when it is not known. */
  async makePlan(): Promise<Plan> {
    // Another loop may make one while this one waits.
    const length = this.currentPlan === undefined ? await this.pool.length() : 0;
    this.currentPlan ??= planFor(this.options, length);
    return this.currentPlan;
  }

  /** The batches of one epoch. */
  async *batches(signal: AbortSignal | undefined): AsyncGenerator<Batch, void, undefined> {
    const loop = ++this.begun;
    this.checkTurn(loop, signal);
    const { sampler, rule } = await this.makePlan();
    await this.pipeline?.settle();
    this.checkTurn(loop, signal);
    const order = batchIndices(sampler, rule);
    try {
      const first = order.next();
      if (first.done === true) return;
      const slots = await this.slotsFor(first.value[0], loop - 1);
      this.checkTurn(loop, signal);
      this.pipeline = new Pipeline(this.pool, loop - 1, slots, startingWith(first.value, order));
      yield* this.take(this.pipeline, loop, signal);
    } finally {
      order.return(undefined);
    }
  }

  /** Lets go of the memory. Only when no thread is at work any more. */
  release(): void {
    this.slots = [];
    this.pipeline = undefined;
  }

  private async *take(pipeline: Pipeline, loop: number, signal: AbortSignal | undefined): AsyncGenerator<Batch, void> {
    try {
      for (;;) {
        const next = await pipeline.next();
        this.checkTurn(loop, signal);
        if (next === undefined) return;
        yield next.slot.batch(next.size);
        this.checkTurn(loop, signal);
        pipeline.release(next.slot);
      }
    } finally {
      await pipeline.settle();
    }
  }

  /** @throws unless the loop may go on */
  private checkTurn(loop: number, signal: AbortSignal | undefined): void {
    if (loop !== this.begun) {
      throw new ArgumentError(
        "ParallelLoader: another loop over this loader has begun before this one ended, and they share memory; take a ParallelLoader for each",
      );
    }
    this.pool.checkOpen();
    signal?.throwIfAborted();
  }

  /** The memory for batches, which is made for samples like this one when the first loop begins. */
  private async slotsFor(index: number, epoch: number): Promise<readonly Slot[]> {
    if (this.slots.length === 0) {
      const form = await this.pool.form(index, epoch);
      const { batchSize } = this.options;
      this.slots = Array.from({ length: this.slotCount }, () => new Slot("ParallelLoader", form, batchSize));
    }
    return this.slots;
  }
}

function planFor(
  { batchSize, dropLast = false, sampler, shuffle = false }: ParallelLoaderOptions,
  datasetLength: number,
): Plan {
  const every = shuffle ? new RandomSampler(datasetLength) : new SequentialSampler(datasetLength);
  return { sampler: sampler ?? every, rule: { datasetLength, batchSize, dropLast } };
}
