import { DataLoader } from "@rushlight/data";
import { manualSeed } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { BatchLoader } from "./BatchLoader.ts";
import loaderSource from "./BatchLoader.ts?raw";
import { collate } from "./collate.ts";
import collateSource from "./collate.ts?raw";
import type { Digits } from "./Digits.ts";
import digitsSource from "./Digits.ts?raw";
import { Sampler } from "./Sampler.ts";
import samplerSource from "./Sampler.ts?raw";
import { scaled } from "./scaled.ts";

/** From samples to batches. */
export function dataLoading(
  page: Page,
  train: Digits,
  valid: Digits,
): void {
  page.heading("Dataset, sampler, collate, loader");
  page.say(`Four small things make batches. A dataset gives a sample for a number. A sampler gives numbers in an order:
    shuffled to train, so that batches differ from epoch to epoch, and never
    to validate. collate lays samples side by side, and a
    loader asks each of them in turn.`);
  page.code(digitsSource, "Digits");
  page.code(samplerSource, "Sampler");
  page.code(collateSource, "collate");
  page.code(loaderSource, "BatchLoader");
  manualSeed(page.seeds[0]);
  const inOrder = new Sampler(valid.length, false);
  const shuffled = new Sampler(train.length, true);
  const firstOf = (sampler: Iterable<number>): string =>
    [...sampler].slice(0, 5).join(" ");
  page.exact("validation order, first five", firstOf(inOrder), "0 1 2 3 4");
  page.exact("validation order, next epoch", firstOf(inOrder), "0 1 2 3 4");
  const once = [...shuffled];
  const twice = [...shuffled];
  page.show("training, first five of an epoch", once.slice(0, 5).join(" "));
  page.show("training, the next epoch", twice.slice(0, 5).join(" "));
  page.exact(
    "training epochs differ in order",
    once.join() !== twice.join(),
    true,
  );
  page.exact(
    "samples in a training epoch",
    new Set(once).size,
    train.length.toString(),
  );

  const ours = [...new BatchLoader(valid, inOrder, 64, collate)];
  page.exact("batches of 64 from 10,000", ours.length, 157);
  page.exact("size of the last batch", ours[156].size, 16);
  page.say(
    `The loader of @rushlight/data has all of that inside, and uses the same memory for each of its batches.`,
  );
  let equal = 0;
  let position = 0;
  for (const { input, target } of new DataLoader({
    dataset: scaled(valid),
    batchSize: 64,
  })) {
    const batch = ours[position++];
    if (batch.input.dist(input) < 1e-5 && batch.target.equal(target))
      equal++;
  }
  page.exact("batches equal to the library's", equal, 157);
}
