import { DataLoader } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import { manualSeed } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import type { Digits } from "./Digits.ts";
import { fit, type Validation, validate } from "./fit.ts";
import source from "./fit.ts?raw";
import { build } from "./network.ts";
import { scaled } from "./scaled.ts";

const BATCH = 64;
const EPOCHS = 5;
const RATE = 0.5;

/** Everything together, for three seeds. */
export async function fitting(
  page: Page,
  train: Digits,
  valid: Digits,
): Promise<void> {
  page.heading("fit: everything together");
  page.say(`fit goes through the training set in a new order each epoch, then through the validation set, where it only
    looks. A rate of 0.5 is a lot: accuracy jumps about from epoch to epoch, so the best counts beside the last.`);
  page.code(source, "fit", "validate");
  const validSet = scaled(valid);
  const trainSet = scaled(train);
  const courses: { name: string; results: readonly Validation[] }[] = [];
  for (const seed of page.seeds) {
    manualSeed(seed);
    const network = build();
    const results = await fit(page, `fit, seed ${seed}`, {
      network,
      trainLoader: new DataLoader({
        dataset: trainSet,
        batchSize: BATCH,
        shuffle: true,
      }),
      validLoader: new DataLoader({
        dataset: validSet,
        batchSize: 2 * BATCH,
      }),
      epochs: EPOCHS,
      rate: RATE,
    });
    page.show(
      `validation loss, seed ${seed}`,
      results.map(({ loss }) => loss.toFixed(4)).join(" "),
    );
    const accuracies = results.map(({ accuracy }) => accuracy);
    page.show(
      `validation accuracy, seed ${seed}`,
      accuracies.map((share) => share.toFixed(4)).join(" "),
    );
    page.range(
      `best accuracy of 5 epochs, seed ${seed}`,
      Math.max(...accuracies),
      { from: 0.955 },
    );
    page.range(
      `accuracy of the last epoch, seed ${seed}`,
      accuracies[EPOCHS - 1],
      { from: 0.93 },
    );
    courses.push({ name: `seed ${seed}`, results });
    if (seed === page.seeds[0]) weighted(page, network, validSet);
  }
  await page.lines(
    "accuracy",
    "The validation accuracy after each epoch.",
    {
      title: "784-50-10 on 50,000 digits",
      x: { title: "epoch" },
      y: { title: "validation accuracy", format: ".0%" },
      series: courses.map(({ name, results }) => ({
        name,
        points: results.map(({ accuracy }, i) => ({
          x: i + 1,
          y: accuracy,
        })),
        marks: "both",
      })),
    },
  );
}

/** What a mean of means is worth. */
function weighted(
  page: Page,
  network: nn.Sequential,
  dataset: ReturnType<typeof scaled>,
): void {
  page.say(`Beware of the mean of the means: with batches of 3000 the last has 1000 samples of 10,000, and if it counted
    like the others its samples would count three times. So each batch is weighed by its size, and the result is the mean
    over all samples:`);
  const criterion = new nn.CrossEntropyCriterion();
  const means: number[] = [];
  for (const { input, target } of new DataLoader({
    dataset,
    batchSize: 3000,
  })) {
    means.push(criterion.forward(network.forward(input), target));
  }
  const [whole] = new DataLoader({ dataset, batchSize: dataset.length });
  const exact = criterion.forward(
    network.forward(whole.input),
    whole.target,
  );
  const meanOfMeans =
    means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const byWeight = validate(
    network,
    new DataLoader({ dataset, batchSize: 3000 }),
  ).loss;
  page.show(
    "all at once, mean of means, weighed",
    [exact, meanOfMeans, byWeight].map((loss) => loss.toFixed(6)).join(" "),
  );
  page.range(
    "weighed loss - loss of all at once",
    Math.abs(byWeight - exact),
    { to: 1e-5 },
  );
  page.range(
    "mean of means - loss of all at once",
    Math.abs(meanOfMeans - exact),
    { from: 1e-5 },
  );
}
