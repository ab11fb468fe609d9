import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkFunction, checkSignal, checkWhole } from "../sharing/checks.ts";
import { mixedSeed } from "../sharing/mixedSeed.ts";
import { type Batches, BatchReader } from "./BatchReader.ts";
import type { Progress } from "./DataParallelOptions.ts";
import { modesOf } from "./modes.ts";
import { runLanes } from "./runLanes.ts";
import type { TrainingMeans } from "./TrainingStep.ts";

/** How a model is trained without locks. */
export interface HogwildOptions {
  /** The step length. */
  readonly learningRate: number;
  /** How often to go through the batches. Default: 1. */
  readonly epochs?: number | undefined;
  /** Ends the training when it is aborted; what the parameters have learned by then stays. */
  readonly signal?: AbortSignal | undefined;
  /** Is told after each batch how many samples of the epoch have been learned. */
  readonly onProgress?: ((progress: HogwildProgress) => void) | undefined;
}

/** How far a training without locks has come. */
export interface HogwildProgress extends Progress {
  /** The number of the epoch, from 1 up. */
  readonly epoch: number;
}

/** What a training without locks gives. */
export interface HogwildResult {
  /** The mean over samples of the losses in each epoch, each at the parameters that a thread happened to see. */
  readonly losses: readonly number[];
}

/** @throws ArgumentError for options that do not exist, and for values that make no sense */
export function checkHogwildOptions(owner: string, options: HogwildOptions): void {
  checkOptions(owner, options, ["learningRate", "epochs", "signal", "onProgress"]);
  const { learningRate, epochs = 1, signal, onProgress } = options;
  if (!Number.isFinite(learningRate)) {
    throw new ArgumentError(`${owner}: expected a finite number as learningRate, got ${shown(learningRate)}`);
  }
  checkWhole(owner, "epochs", epochs, 1);
  checkSignal(owner, signal);
  checkFunction(owner, "onProgress", onProgress);
}

/** What training without locks works with. */
export interface HogwildMeans extends TrainingMeans {
  /** How many epochs have begun before, in other calls: each draws random numbers of its own. */
  readonly begun: number;
}

/** Lets threads take batches and move the shared parameters, none waiting for another. */
export async function trainHogwild(
  owner: string,
  batches: Batches<unknown, unknown>,
  { learningRate, epochs = 1, signal, onProgress }: HogwildOptions,
  { master, replicas, gradients, statistics, seed, begun }: HogwildMeans,
): Promise<HogwildResult> {
  const losses: number[] = [];
  const modes = modesOf(master.model);
  const vectors = gradients.describe(replicas.workers);
  const live = statistics.describe();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const reader = BatchReader.of(owner, batches);
    let samples = 0;
    let sum = 0;
    try {
      await runLanes(replicas.workers, signal, async (lane) => {
        const batch = await reader.take(lane);
        if (batch === undefined) return false;
        const { index, input, target, start, length } = batch;
        const loss = await replicas.run({
          kind: "hogwild",
          ...{ input, target, start, length, modes, learningRate },
          statistics: live,
          gradients: vectors[lane],
          seed: mixedSeed(seed, begun + epoch, index),
        });
        samples += length;
        sum += length * loss;
        onProgress?.({ epoch, samples, total: undefined });
        return true;
      });
    } finally {
      await reader.close();
      statistics.takeBack(live);
    }
    if (samples === 0) throw new ArgumentError(`${owner}: expected batches in epoch ${epoch}, got none`);
    losses.push(sum / samples);
  }
  return { losses };
}
