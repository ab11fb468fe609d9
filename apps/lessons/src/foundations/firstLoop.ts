import { DataLoader } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { manualSeed } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import type { Digits } from "./Digits.ts";
import source from "./firstLoop.ts?raw";
import { validate } from "./fit.ts";
import { build } from "./network.ts";
import { scaled } from "./scaled.ts";

const BATCH = 64;
const RATE = 0.5;

/** A training loop with nothing around it. */
export async function firstLoop(
  page: Page,
  train: Digits,
  valid: Digits,
): Promise<void> {
  page.heading("A loop, bare");
  page.say(`Cut the images into slices of 64, and for each: scores, loss, backward, and a step of length 0.5 downhill. Once
    through the training set is an epoch.`);
  page.code(source, "BATCH", "RATE", "epoch");
  const validLoader = new DataLoader({
    dataset: scaled(valid),
    batchSize: BATCH,
  });
  for (const seed of page.seeds) {
    manualSeed(seed);
    const network = build();
    const loss = await epoch(
      page,
      network,
      train,
      `the first loop, seed ${seed}`,
    );
    page.range(`loss on the last slice, seed ${seed}`, loss, {
      from: 0.01,
      to: 0.6,
    });
    const { accuracy } = validate(network, validLoader);
    page.range(`accuracy after that epoch, seed ${seed}`, accuracy, {
      from: 0.8,
    });
  }
}

/** One epoch, and the loss on its last slice. */
async function epoch(
  page: Page,
  network: nn.Sequential,
  { images, labels, length }: Digits,
  title: string,
): Promise<number> {
  const criterion = new nn.CrossEntropyCriterion();
  const [parameters, gradients] = network.parameters();
  network.needsGradInput = false;
  let loss = 0;
  for await (const slice of page.steps(title, Math.ceil(length / BATCH))) {
    const first = slice * BATCH;
    const size = Math.min(BATCH, length - first);
    const input = images.narrow(0, first, size).to("float32").div(255);
    const target = labels.narrow(0, first, size);

    for (const gradient of gradients) gradient.zero();
    const scores = network.forward(input);
    loss = criterion.forward(scores, target);
    network.backward(input, criterion.backward(scores, target));
    for (const [i, parameter] of parameters.entries())
      parameter.add(-RATE, gradients[i]);
  }
  return loss;
}
