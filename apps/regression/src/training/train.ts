import { Breather } from "@rushlight/command-line";
import { DataLoader, TensorDataset } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { AverageMeter } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import type { OptimizerKind, OptimizerSettings } from "../network/optimizers.ts";
import { BestParameters } from "./BestParameters.ts";
import { DivergenceError } from "./DivergenceError.ts";

/** Inputs `[n, width]` and targets `[n, 1]`. */
export interface Samples {
  readonly inputs: Tensor;
  readonly targets: Tensor;
}

/** What to train with, and how. */
export interface TrainingPlan {
  readonly network: nn.Sequential;
  readonly training: Samples;
  /** What tells when to stop; without it, training goes on to the last epoch. */
  readonly validation: Samples | undefined;
  readonly epochs: number;
  /** The most samples in a step; a step with all of them needs no random order. */
  readonly batchSize: number;
  readonly optimizer: OptimizerKind;
  readonly settings: OptimizerSettings;
  /** After how many epochs without a smaller validation loss to stop. */
  readonly patience: number;
  readonly signal: AbortSignal;
  /** Is told the losses after each epoch. */
  readonly observe: (epoch: EpochLosses) => void;
}

/** The losses of an epoch. */
export interface EpochLosses {
  /** From 1. */
  readonly epoch: number;
  /** The mean over the samples as they were learned from. */
  readonly training: number;
  readonly validation: number | undefined;
}

/** How the training went. */
export interface TrainingRecord {
  readonly history: readonly EpochLosses[];
  readonly steps: number;
  readonly seconds: number;
  /** The epoch whose parameters the network has. */
  readonly bestEpoch: number;
  readonly ending: "all epochs" | "patience" | "interrupted";
}

/**
 * Trains a network on the mean squared error. In the end it has the parameters with the least validation loss.
 *
 * @throws DivergenceError when the loss is no longer a number
 */
export async function train(plan: TrainingPlan): Promise<TrainingRecord> {
  const { network, training, validation, signal } = plan;
  const criterion = new nn.MSECriterion();
  const [parameters, gradients] = network.getParameters();
  const best = new BestParameters(parameters);
  const step = plan.optimizer.start(parameters, plan.settings);
  const breather = new Breather();
  const rows = training.inputs.size(0);
  const batchSize = Math.min(plan.batchSize, rows);
  const dataset = new TensorDataset(training.inputs, training.targets);
  const loader = new DataLoader({ dataset, batchSize, shuffle: batchSize < rows });
  const history: EpochLosses[] = [];
  const epochLoss = new AverageMeter();
  const start = performance.now();
  let steps = 0;
  let ending: TrainingRecord["ending"] = "all epochs";

  while (history.length < plan.epochs && ending === "all epochs") {
    const epoch = history.length + 1;
    epochLoss.reset();
    network.training();
    for (const { input, target, size } of loader) {
      if (signal.aborted) break;
      step(() => {
        gradients.zero();
        const output = network.forward(input);
        const loss = criterion.forward(output, target);
        if (!Number.isFinite(loss)) throw new DivergenceError(diverged(epoch, loss));
        network.backward(input, criterion.backward(output, target));
        epochLoss.add(loss, size);
        return [loss, gradients];
      });
      steps++;
      await breather.breathe();
    }
    if (signal.aborted) {
      ending = "interrupted";
      break;
    }
    const validationLoss = validation === undefined ? undefined : lossOf(network, criterion, validation);
    const losses = { epoch, training: epochLoss.value, validation: validationLoss };
    history.push(losses);
    plan.observe(losses);
    if (validationLoss === undefined) continue;
    best.offer(epoch, validationLoss);
    if (epoch - best.epoch >= plan.patience) ending = "patience";
  }
  best.restore();
  // The last step may have been the one too far.
  const last = lossOf(network, criterion, training);
  if (!Number.isFinite(last)) throw new DivergenceError(diverged(history.length, last));
  const seconds = (performance.now() - start) / 1000;
  return { history, steps, seconds, bestEpoch: best.epoch || history.length, ending };
}

function lossOf(network: nn.Sequential, criterion: nn.MSECriterion, { inputs, targets }: Samples): number {
  network.evaluate();
  return criterion.forward(network.forward(inputs), targets);
}

function diverged(epoch: number, loss: number): string {
  return `the loss became ${loss} in epoch ${epoch}: the learning rate is probably too large, try a smaller --rate`;
}
