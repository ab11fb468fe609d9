import {
  type Batch,
  type BatchedDataset,
  DataLoader,
  type Sample,
} from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { accuracy } from "../lesson/accuracy.ts";
import type { Page } from "../lesson/Page.ts";
import { SoftMaxCrossEntropy } from "./SoftMaxCrossEntropy.ts";

const ITERATIONS = 400;
const RATE = 1e-2;
/** How many images a batch has. */
export const BATCH = 40;
const CLASSES = 10;
const TEST_BATCH = 500;

/** The loss and the accuracy on each batch of a training. */
export interface Course {
  readonly losses: readonly number[];
  readonly accuracies: readonly number[];
}

/** Images with their classes, that give themselves in batches. */
export type Images = BatchedDataset<Sample, Batch>;

/** What the three trainings of this lesson have in common. */
export interface Training {
  readonly title: string;
  readonly network: nn.Sequential;
  readonly dataset: Images;
  /** Which images the next batch is made of. */
  nextBatch(): Int32Array;
}

/** Plain stochastic gradient descent: 400 steps on batches of 40. */
export async function train(
  page: Page,
  { title, network, dataset, nextBatch }: Training,
): Promise<Course> {
  const losses: number[] = [];
  const accuracies: number[] = [];
  const fillBatch = dataset.collate(BATCH);
  const oneHot = new nn.OneHot(CLASSES).type(network.type());
  const criterion = new SoftMaxCrossEntropy().type(network.type());
  const [parameters, gradParameters] = network.getParameters();
  // Nobody asks for the derivative with respect to the pixels.
  network.needsGradInput = false;

  for await (const _ of page.steps(title, ITERATIONS)) {
    const { input, target } = fillBatch(nextBatch());
    const scores = network.forward(input);
    losses.push(criterion.forward(scores, oneHot.forward(target)));
    accuracies.push(accuracy(scores, target));

    gradParameters.zero();
    network.backward(input, criterion.backward(scores, oneHot.output));
    parameters.add(-RATE, gradParameters);
  }
  return { losses, accuracies };
}

/** The accuracy on a whole dataset. */
export function testAccuracy(
  network: nn.Sequential,
  dataset: Images,
): number {
  let right = 0;
  for (const { input, target, size } of new DataLoader({
    dataset,
    batchSize: TEST_BATCH,
  })) {
    right += size * accuracy(network.forward(input), target);
  }
  return right / dataset.length;
}
