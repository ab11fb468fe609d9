import { DataLoader, TensorDataset } from "@rushlight/data";
import type { LabelledImages } from "@rushlight/data/node";
import * as nn from "@rushlight/nn";
import { AverageMeter, sgd } from "@rushlight/optim";
import { manualSeed } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import source from "./training.ts?raw";

const IMAGES = 5120;
const BATCH = 512;
const EPOCHS = 10;

/** Ten epochs on the first 5120 digits. */
export async function training(
  page: Page,
  { images, labels }: LabelledImages,
): Promise<void> {
  page.heading("Training it");
  page.say(`A smaller network, 784-[32, 32, 32]-10 with ReLU, learns from the first 5120 digits in batches of 512. Momentum
    lets each step go on in the direction of those before it; weight decay is L2 by another name.`);
  page.code(source, "train");
  const dataset = new TensorDataset(
    images.narrow(0, 0, IMAGES).view(IMAGES, 784),
    labels.narrow(0, 0, IMAGES),
    {
      dtype: "float32",
      map: (pixel) => pixel / 255,
    },
  );
  const curves: {
    name: string;
    points: { x: number; y: number }[];
    marks: "both";
  }[] = [];
  for (const seed of page.seeds) {
    const losses = await train(page, dataset, seed);
    page.show(
      `average losses, seed ${seed}`,
      losses.map((loss) => loss.toFixed(3)).join(" "),
    );
    page.range(`average loss of epoch 1, seed ${seed}`, losses[0], {
      from: 2.2,
      to: 2.4,
    });
    page.range(
      `average loss of epoch 10, seed ${seed}`,
      losses[EPOCHS - 1],
      { from: 0.35, to: 0.75 },
    );
    curves.push({
      name: `seed ${seed}`,
      points: losses.map((loss, i) => ({ x: i + 1, y: loss })),
      marks: "both",
    });
  }
  await page.lines("training", "The average loss of each epoch.", {
    title: "784-[32, 32, 32]-10 on 5,120 digits",
    x: { title: "epoch" },
    y: { title: "average loss", zero: true },
    series: curves,
  });
}

async function train(
  page: Page,
  dataset: TensorDataset,
  seed: number,
): Promise<number[]> {
  manualSeed(seed);
  const network = nn.sequential(
    new nn.Linear(784, 32),
    new nn.ReLU(),
    new nn.Linear(32, 32),
    new nn.ReLU(),
    new nn.Linear(32, 32),
    new nn.ReLU(),
    new nn.Linear(32, 10),
    new nn.LogSoftMax(),
  );
  network.needsGradInput = false;
  const criterion = new nn.ClassNLLCriterion();
  const [parameters, gradParameters] = network.getParameters();
  const loader = new DataLoader({
    dataset,
    batchSize: BATCH,
    shuffle: true,
  });
  // No dampening: a step adds the whole gradient to what momentum keeps.
  const settings = {
    learningRate: 0.05,
    momentum: 0.9,
    dampening: 0,
    weightDecay: 0.01,
  };

  const losses: number[] = [];
  for await (const _ of page.steps(`training, seed ${seed}`, EPOCHS)) {
    const average = new AverageMeter();
    for (const { input, target, size } of loader) {
      gradParameters.zero();
      const output = network.forward(input);
      const loss = criterion.forward(output, target);
      network.backward(input, criterion.backward(output, target));
      sgd(() => [loss, gradParameters], parameters, settings);
      average.add(loss, size);
    }
    losses.push(average.value);
  }
  return losses;
}
