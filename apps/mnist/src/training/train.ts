import type { Breather } from "@rushlight/command-line";
import type { Batch, DataLoader } from "@rushlight/data";
import type * as nn from "@rushlight/nn";
import { AverageMeter, ConfusionMatrix, sgd } from "@rushlight/optim";
import { CLASSES } from "../digits.ts";
import { DivergenceError } from "./DivergenceError.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { Learner } from "./Learner.ts";
import { LossHistory } from "./LossHistory.ts";

/** What to train with, and how. */
export interface TrainingPlan {
  readonly network: nn.Sequential;
  /** What computes the gradient of the network. */
  readonly learner: Learner;
  readonly trainLoader: DataLoader<Batch>;
  readonly testLoader: DataLoader<Batch>;
  readonly epochs: number;
  readonly rate: number;
  /** Step n, from 0, learns at `rate / (1 + n · rateDecay)`. */
  readonly rateDecay: number;
  readonly momentum: number;
  /** Stops the training after the batch that it is at. */
  readonly signal: AbortSignal;
  readonly breather: Breather;
  readonly observer: TrainingObserver;
}

/** Is told how the training goes. */
export interface TrainingObserver {
  /** After each batch: the images of this epoch so far, the mean loss on them, and how fast that went. */
  batch(epoch: number, images: number, loss: number, imagesPerSecond: number): void;
  /** After each epoch: the mean loss on its batches, and how the network does on the test set. */
  epoch(epoch: number, trainingLoss: number, test: Evaluation): void;
}

/** How the training went. */
export interface TrainingRecord {
  /** How many epochs were completed. */
  readonly epochs: number;
  /** How many images were learned from, repeats included. */
  readonly images: number;
  /** The time spent learning from them, without the evaluations in between. */
  readonly seconds: number;
  readonly history: LossHistory;
}

/**
 * Trains a network by stochastic gradient descent.
 *
 * @throws DivergenceError when the loss is no longer a number
 */
export async function train(plan: TrainingPlan): Promise<TrainingRecord> {
  const { network, learner, trainLoader, testLoader, signal, breather, observer } = plan;
  const history = new LossHistory(trainLoader.length);
  let epochs = 0;
  let images = 0;
  let seconds = 0;

  const confusion = new ConfusionMatrix(CLASSES);
  const { parameters, gradients } = learner;
  const config = {
    learningRate: plan.rate,
    learningRateDecay: plan.rateDecay,
    momentum: plan.momentum,
    // Torch's dampening is the momentum unless it is given, which turns the sum of past gradients into a mean.
    dampening: 0,
  };

  while (epochs < plan.epochs && !signal.aborted) {
    const epoch = epochs + 1;
    const epochLoss = new AverageMeter();
    const start = performance.now();

    network.training();
    for (const batch of trainLoader) {
      const { size } = batch;
      const loss = await learner.learn(batch);
      sgd(() => [loss, gradients], parameters, config);

      if (!Number.isFinite(loss)) throw new DivergenceError(diverged(epoch, loss));
      epochLoss.add(loss, size);
      history.addBatch(loss, size);
      observer.batch(epoch, epochLoss.count, epochLoss.value, epochLoss.count / secondsSince(start));
      await breather.breathe();
      if (signal.aborted) break;
    }
    seconds += secondsSince(start);
    images += epochLoss.count;
    if (epochLoss.count < trainLoader.sampleCount) break;

    epochs = epoch;
    const test = await evaluate(network, testLoader, breather, confusion);
    history.addTest(epoch, test.loss);
    observer.epoch(epoch, epochLoss.value, test);
  }
  history.closeStretch();
  return { epochs, images, seconds, history };
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function diverged(epoch: number, loss: number): string {
  return `the loss became ${loss} in epoch ${epoch}: the learning rate is probably too large, try a smaller --rate`;
}
