import { mixedSeed } from "../sharing/mixedSeed.ts";
import type { CheckedBatch } from "./Batch.ts";
import { BatchBuffers } from "./BatchBuffers.ts";
import type { Master } from "./Master.ts";
import { modesOf } from "./modes.ts";
import type { Replicas } from "./Replicas.ts";
import { runLanes } from "./runLanes.ts";
import type { SliceGradients } from "./SliceGradients.ts";
import type { SliceStatistics } from "./SliceStatistics.ts";
import { slicesOf } from "./slicesOf.ts";

/** What training works with. */
export interface TrainingMeans {
  readonly master: Master;
  readonly replicas: Replicas;
  readonly gradients: SliceGradients;
  readonly statistics: SliceStatistics;
  /** What random numbers are drawn from. */
  readonly seed: number;
}

/** Losses and gradients of batches, computed in slices by replicas. */
export class TrainingStep {
  private readonly master: Master;
  private readonly replicas: Replicas;
  private readonly slices: number;
  private readonly seed: number;
  private readonly inputs: BatchBuffers;
  private readonly targets: BatchBuffers;
  private readonly gradients: SliceGradients;
  private readonly statistics: SliceStatistics;
  private steps = 0;

  /**
   * @param slices how many slices a batch has
   */
  constructor(owner: string, slices: number, { master, replicas, gradients, statistics, seed }: TrainingMeans) {
    this.slices = slices;
    this.master = master;
    this.replicas = replicas;
    this.gradients = gradients;
    this.statistics = statistics;
    this.seed = seed;
    this.inputs = new BatchBuffers(owner);
    this.targets = new BatchBuffers(owner);
  }

  /** The loss of a batch; the gradient goes to the master. Nothing has changed when it fails. */
  async run({ input, target, samples }: CheckedBatch, signal: AbortSignal | undefined): Promise<number> {
    const { master, replicas } = this;
    const slices = slicesOf(samples, this.slices);
    const whole = slices.length > 1 ? master.criterion.lossWeights(target, samples) : undefined;
    const modes = modesOf(master.model);
    const statistics = this.statistics.describe();
    const learned = this.statistics.describeLearned(slices.length);
    const gradients = this.gradients.describe(slices.length);
    const batch = {
      input: this.inputs.describe(input),
      target: target === undefined ? undefined : this.targets.describe(target),
    };
    const losses: number[] = [];
    let next = 0;
    await runLanes(Math.min(replicas.workers, slices.length), signal, async () => {
      const slice = next++;
      if (slice >= slices.length) return false;
      losses[slice] = await replicas.run({
        kind: "learn",
        ...batch,
        ...slices[slice],
        whole,
        modes,
        statistics,
        learned: learned[slice],
        gradients: gradients[slice],
        seed: mixedSeed(this.seed, this.steps, slice),
      });
      return true;
    });
    this.gradients.sumInto(master.gradients, slices.length);
    this.statistics.join(slices.map(({ length }) => length / samples));
    this.steps += 1;
    return losses.reduce((sum, loss) => sum + loss, 0);
  }
}
