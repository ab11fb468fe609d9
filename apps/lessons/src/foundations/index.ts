import { loadMnist } from "@rushlight/data/node";
import type { Lesson } from "../lesson/Lesson.ts";
import { crossEntropy } from "./crossEntropy.ts";
import { Digits } from "./Digits.ts";
import { dataLoading } from "./dataLoading.ts";
import { firstLoop } from "./firstLoop.ts";
import { fitting } from "./fitting.ts";
import { modes } from "./modes.ts";
import { optimizers } from "./optimizers.ts";
import { registration } from "./registration.ts";

const TRAINING = 50_000;
const VALIDATION = 10_000;

/** Lesson D. */
export const foundations: Lesson = {
  letter: "d",
  name: "foundations",
  title: "Mini-batch training from foundations",
  about:
    "what a training loop is made of, each piece written out before the library's takes its place",
  dtype: "float32",
  async run(page) {
    page.say(`The training file of MNIST is cut in two: 50,000 digits to learn from, 10,000 to validate with. Pixels are scaled
      to the range from 0 to 1. The network is 784-50-10 with ReLU throughout.`);
    const { images, labels } = loadMnist().train;
    const pixels = images.view(images.size(0), 784);
    const train = new Digits(
      pixels.narrow(0, 0, TRAINING),
      labels.narrow(0, 0, TRAINING),
    );
    const valid = new Digits(
      pixels.narrow(0, TRAINING, VALIDATION),
      labels.narrow(0, TRAINING, VALIDATION),
    );
    crossEntropy(page, train);
    await firstLoop(page, train, valid);
    registration(page, train);
    optimizers(page, train);
    dataLoading(page, train, valid);
    modes(page);
    await fitting(page, train, valid);
  },
};
