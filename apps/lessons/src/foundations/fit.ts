import type { DataLoader } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { AverageMeter, SGD } from "@rushlight/optim";
import { accuracy } from "../lesson/accuracy.ts";
import type { Page } from "../lesson/Page.ts";

/** How good a network is on a set. */
export interface Validation {
  readonly loss: number;
  /** From 0 to 1. */
  readonly accuracy: number;
}

/** What to train with. */
export interface Fit {
  readonly network: nn.Sequential;
  readonly trainLoader: DataLoader;
  readonly validLoader: DataLoader;
  readonly epochs: number;
  readonly rate: number;
}

/** Trains, and validates after each epoch. */
export async function fit(
  page: Page,
  title: string,
  plan: Fit,
): Promise<Validation[]> {
  const { network, trainLoader, validLoader, epochs, rate } = plan;
  const criterion = new nn.CrossEntropyCriterion();
  const [parameters, gradParameters] = network.getParameters();
  const optimizer = new SGD(parameters, { learningRate: rate });
  network.needsGradInput = false;

  const results: Validation[] = [];
  for await (const _ of page.steps(title, epochs)) {
    network.training();
    for (const { input, target } of trainLoader) {
      gradParameters.zero();
      const loss = criterion.forward(network.forward(input), target);
      network.backward(input, criterion.backward(network.output, target));
      optimizer.step(() => [loss, gradParameters]);
    }
    results.push(validate(network, validLoader));
  }
  return results;
}

/** The mean loss and accuracy over all samples: the figures of a batch count as often as it has samples. */
export function validate(
  network: nn.Sequential,
  loader: DataLoader,
): Validation {
  const criterion = new nn.CrossEntropyCriterion();
  const loss = new AverageMeter();
  const share = new AverageMeter();
  network.evaluate();
  for (const { input, target, size } of loader) {
    const scores = network.forward(input);
    loss.add(criterion.forward(scores, target), size);
    share.add(accuracy(scores, target), size);
  }
  return { loss: loss.value, accuracy: share.value };
}
