import type { Mnist } from "@rushlight/data/node";
import * as nn from "@rushlight/nn";
import type { Page } from "../lesson/Page.ts";
import { percent } from "../lesson/print.ts";
import { standardised } from "./digits.ts";
import source from "./perceptron.ts?raw";
import { RandomState } from "./RandomState.ts";
import lossSource from "./SoftMaxCrossEntropy.ts?raw";
import { BATCH, type Course, testAccuracy, train } from "./train.ts";
import trainSource from "./train.ts?raw";
import { appendOne, withOne } from "./withOne.ts";

const SEED = 42;

/**
 * Two linear layers without a bias of their own: each gets an input more, which is always 1, and the weight of that input
 * does what a bias does. The images come with theirs.
 */
function build(random: RandomState): nn.Sequential {
  const first = new nn.Linear(785, 1000, { bias: false });
  const second = new nn.Linear(1001, 10, { bias: false });
  // NumPy's matrices are [in, out], Torch's are [out, in].
  first.weight.copy(random.normal(0, 0.01, [785, 1000]).t());
  second.weight.copy(random.normal(0, 0.01, [1001, 10]).t());
  return nn.sequential(first, new nn.ReLU(), appendOne(), second);
}

/** The perceptron on batches drawn at random, and on one batch again and again. */
export async function perceptron(
  page: Page,
  mnist: Mnist,
): Promise<{ random: Course; same: Course }> {
  page.heading("A perceptron with one hidden layer");
  page.say(`1000 hidden units, ReLU, and scores for ten classes. The bias is an extra input of 1, so a layer is nothing but a
    product with a matrix. Everything is float64.`);
  page.code(source, "build");
  page.say(`Softmax and cross entropy are one criterion, a class of this lesson: the derivative of the two together is as
    simple as can be.`);
  page.code(lossSource, "EPSILON", "SoftMaxCrossEntropy");
  const trainSet = withOne(standardised(mnist.train, [784], "float64"));
  const testSet = withOne(standardised(mnist.test, [784], "float64"));
  const classes = (network: nn.Sequential): string =>
    percent(testAccuracy(network, testSet));

  page.say(
    "First 400 steps of stochastic gradient descent: 40 images for each, drawn anew.",
  );
  page.code(trainSource, "RATE", "train");
  const draws = new RandomState(SEED);
  const network = build(draws);
  page.show("String(network)", network);
  const random = await train(page, {
    title: "random batches",
    network,
    dataset: trainSet,
    nextBatch: () => draws.randint(0, trainSet.length, BATCH).data,
  });
  page.exact(
    "random batches: last loss",
    random.losses[399].toFixed(8),
    "0.52469464",
  );
  page.exact(
    "random batches: accuracy on last",
    percent(random.accuracies[399]),
    "87.50 %",
  );
  page.exact("random batches: test accuracy", classes(network), "88.15 %");

  page.say(`Now the same number of steps from the same start, always with the first 40 images. The network learns those by
    heart, every one of them, and of digits in general it learns far less.`);
  const again = build(new RandomState(SEED));
  const firstImages = Int32Array.from({ length: BATCH }, (_, i) => i);
  const same = await train(page, {
    title: "the same batch",
    network: again,
    dataset: trainSet,
    nextBatch: () => firstImages,
  });
  page.exact(
    "the same batch: last loss",
    same.losses[399].toFixed(7),
    "0.0401909",
  );
  page.exact(
    "the same batch: accuracy on it",
    percent(same.accuracies[399]),
    "100.00 %",
  );
  page.exact("the same batch: test accuracy", classes(again), "59.57 %");
  return { random, same };
}
