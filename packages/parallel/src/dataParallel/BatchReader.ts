import { type BatchSource, DataLoader } from "@rushlight/data";
import { ArgumentError, shown } from "@rushlight/tensor";
import { type CheckedBatch, checkBatch, rowsOf, type TrainingBatch } from "./Batch.ts";
import { BatchBuffers } from "./BatchBuffers.ts";
import type { ActivationDescription } from "./messages.ts";
import { slicesOf } from "./slicesOf.ts";

/** Batches, one after the other: a DataLoader, an array, or anything else that can be walked, also while waiting. */
export type Batches<I, T> = Iterable<TrainingBatch<I, T>> | AsyncIterable<TrainingBatch<I, T>>;

/** A batch in shared memory. */
export interface SharedBatch {
  /** Its number, from 0 up. */
  readonly index: number;
  /** How many samples came before it. */
  readonly first: number;
  readonly input: ActivationDescription;
  readonly target: ActivationDescription | undefined;
  readonly start: 0;
  readonly length: number;
}

/** Hands batches to lanes, each in memory that stays until the lane takes its next. */
export class BatchReader {
  private readonly owner: string;
  private readonly iterator: Iterator<unknown, unknown> | AsyncIterator<unknown, unknown>;
  private readonly copies: boolean;
  private readonly inputs: BatchBuffers[] = [];
  private readonly targets: BatchBuffers[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  private batches = 0;
  private samples = 0;

  /** @param copies whether batches share memory with each other, as those of a DataLoader do */
  private constructor(
    owner: string,
    iterator: Iterator<unknown, unknown> | AsyncIterator<unknown, unknown>,
    copies: boolean,
  ) {
    this.owner = owner;
    this.iterator = iterator;
    this.copies = copies;
  }

  /** Reads batches as they come. */
  static of(owner: string, batches: Batches<unknown, unknown>): BatchReader {
    const iterator = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
    return new BatchReader(owner, iterator, true);
  }

  /** Reads one large batch in parts. */
  static inParts(owner: string, batch: CheckedBatch, batchSize: number): BatchReader {
    return new BatchReader(owner, partsOf(batch, batchSize), false);
  }

  /** Reads the batches of a dataset. */
  static ofDataset(owner: string, dataset: BatchSource<TrainingBatch>, batchSize: number): BatchReader {
    return BatchReader.of(owner, new DataLoader<TrainingBatch>({ dataset, batchSize }));
  }

  /** How many batches have been taken. */
  get count(): number {
    return this.batches;
  }

  /**
   * The next batch; undefined when there is none. Lanes take turns.
   *
   * @throws ArgumentError or ShapeError for what is no batch
   * @throws SharedMemoryError when there is no room for it
   */
  take(lane: number): Promise<SharedBatch | undefined> {
    const taken = this.turn.then(() => this.read(lane));
    this.turn = taken.catch(() => undefined);
    return taken;
  }

  /** Lets go of what is read. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }

  private async read(lane: number): Promise<SharedBatch | undefined> {
    const { done, value } = await this.iterator.next();
    if (done === true) return undefined;
    const { input, target, samples } = checkBatch(this.owner, value);
    this.inputs[lane] ??= new BatchBuffers(this.owner);
    this.targets[lane] ??= new BatchBuffers(this.owner);
    const first = this.samples;
    this.samples += samples;
    return {
      index: this.batches++,
      first,
      input: this.inputs[lane].describe(input, this.copies),
      target: target === undefined ? undefined : this.targets[lane].describe(target, this.copies),
      start: 0,
      length: samples,
    };
  }
}

/** @throws ArgumentError for what can not be walked */
export function checkBatches(owner: string, batches: unknown): void {
  const walkable =
    typeof batches === "object" && batches !== null && (Symbol.iterator in batches || Symbol.asyncIterator in batches);
  if (!walkable) throw new ArgumentError(`${owner}: expected batches that can be walked, got ${shown(batches)}`);
}

function* partsOf({ input, target, samples }: CheckedBatch, batchSize: number): Generator<TrainingBatch> {
  // Of like lengths: a last one of a single sample would look like a sample without a batch to some modules.
  for (const { start, length } of slicesOf(samples, Math.ceil(samples / batchSize))) {
    yield {
      input: rowsOf(input, start, length),
      target: target === undefined ? undefined : rowsOf(target, start, length),
    };
  }
}
