import type { BatchSource } from "@rushlight/data";
import { ArgumentError, shown } from "@rushlight/tensor";
import { mixedSeed } from "../sharing/mixedSeed.ts";
import { checkBatch, type TrainingBatch } from "./Batch.ts";
import { type Batches, BatchReader } from "./BatchReader.ts";
import type { Progress } from "./DataParallelOptions.ts";
import type { WeighedLosses } from "./messages.ts";
import type { Replicas } from "./Replicas.ts";
import { runLanes } from "./runLanes.ts";
import type { SliceStatistics } from "./SliceStatistics.ts";

/**
 * What a loss can be taken of: one batch of any size, batches, or a dataset, as `@rushlight/data` has them.
 *
 * @typeParam I what the model takes
 * @typeParam T what the criterion compares its output with
 */
export type EvaluationSet<I, T> = TrainingBatch<I, T> | Batches<I, T> | BatchSource<TrainingBatch<I, T>>;

/** How well a model does. */
export interface EvaluationResult {
  /** The loss, as the criterion gives it for all samples at once. */
  readonly loss: number;
  readonly samples: number;
}

/** How a call of `evaluate` or `predict` goes. */
export interface EvaluationCall {
  readonly replicas: Replicas;
  readonly statistics: SliceStatistics;
  /** Its number: parameters do not change during it. */
  readonly call: number;
  readonly seed: number;
  readonly batchSize: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** The loss of all samples of a set, in evaluation mode. */
export async function evaluateAll(owner: string, set: unknown, call: EvaluationCall): Promise<EvaluationResult> {
  const [reader, total] = readerOf(owner, set, call.batchSize);
  const statistics = call.statistics.describe();
  const results: WeighedLosses[] = [];
  let samples = 0;
  try {
    await runLanes(call.replicas.workers, call.signal, async (lane) => {
      const batch = await reader.take(lane);
      if (batch === undefined) return false;
      const { index, length, input, target, start } = batch;
      const seed = mixedSeed(call.seed, 0, index);
      const part = { input, target, start, length };
      results[index] = await call.replicas.run({ kind: "evaluate", call: call.call, statistics, seed, ...part });
      samples += length;
      call.onProgress?.({ samples, total: total() });
      return true;
    });
  } finally {
    await reader.close();
  }
  if (samples === 0) throw new ArgumentError(`${owner}: expected samples, got none`);
  return { loss: joined(results), samples };
}

/** Σ wᵢ·lossᵢ / Σ wᵢ for means, Σ lossᵢ for sums, term by term, in the order of batches. */
function joined(results: readonly WeighedLosses[]): number {
  let loss = 0;
  for (const [term, first] of results[0].weights.entries()) {
    let sum = 0;
    let total = 0;
    for (const { losses, weights } of results) {
      sum += losses[term] * (weights[term] ?? 1);
      total += weights[term] ?? 0;
    }
    if (first === undefined) loss += sum;
    else if (total !== 0) loss += sum / total;
  }
  return loss;
}

/** What reads the batches of a set, and how many samples it has: undefined when nobody knows. */
function readerOf(
  owner: string,
  set: unknown,
  batchSize: number,
): readonly [reader: BatchReader, total: () => number | undefined] {
  if (typeof set === "object" && set !== null) {
    if ("input" in set) {
      const batch = checkBatch(owner, set);
      return [BatchReader.inParts(owner, batch, batchSize), () => batch.samples];
    }
    // A loader may come to know its number of samples with its first batch.
    if (isBatches(set))
      return [BatchReader.of(owner, set), () => ("sampleCount" in set ? Number(set.sampleCount) : undefined)];
    if (isDataset(set)) return [BatchReader.ofDataset(owner, set, batchSize), () => set.length];
  }
  throw new ArgumentError(
    `${owner}: expected a batch { input, target }, batches, or a dataset with length and get, got ${shown(set)}`,
  );
}

function isBatches(set: object): set is Batches<unknown, unknown> {
  return Symbol.iterator in set || Symbol.asyncIterator in set;
}

function isDataset(set: object): set is BatchSource<TrainingBatch> {
  return "length" in set && "get" in set && typeof set.get === "function";
}
