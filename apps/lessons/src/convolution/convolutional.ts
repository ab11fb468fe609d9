import type { Mnist } from "@rushlight/data/node";
import * as nn from "@rushlight/nn";
import type { Page } from "../lesson/Page.ts";
import source from "./convolutional.ts?raw";
import { standardised } from "./digits.ts";
import { RandomState } from "./RandomState.ts";
import { BATCH, type Course, testAccuracy, train } from "./train.ts";

const SEED = 42;

/** Ten filters of 5 × 5 pixels, each moved over the whole image, and one linear layer on what they find. */
function build(random: RandomState): nn.Sequential {
  const filters = new nn.SpatialConvolution(1, 10, 5, 5);
  const linear = new nn.Linear(1440, 10);
  filters.weight.copy(random.normal(0, 0.01, [10, 1, 5, 5]));
  filters.bias?.copy(random.normal(0, 0.01, [10]));
  linear.weight.copy(random.normal(0, 0.01, [1440, 10]).t());
  linear.bias?.copy(random.normal(0, 0.01, [10]));
  return nn.sequential(
    filters, //                                1x28x28 -> 10x24x24
    new nn.ReLU(),
    new nn.SpatialMaxPooling(2, 2).ceil(), //          -> 10x12x12
    new nn.View(1440).setNumInputDims(3), //           -> 1440
    linear, //                                         -> 10
  );
}

/** A convolutional network, trained as the perceptron was. */
export async function convolutional(
  page: Page,
  mnist: Mnist,
): Promise<Course> {
  page.heading("A convolutional network");
  page.say(`A hidden unit of the perceptron has a weight for each pixel, 785 of them. A filter has 25, and looks everywhere for
    the same thing. Max pooling then keeps the strongest answer of four neighbours. This network computes in float32,
    and its biases are parameters of their own again.`);
  page.code(source, "build");
  const trainSet = standardised(mnist.train, [1, 28, 28], "float32");
  const testSet = standardised(mnist.test, [1, 28, 28], "float32");
  const draws = new RandomState(SEED);
  const network = build(draws).type("float32");
  page.show("String(network)", network);
  const course = await train(page, {
    title: "convolutional",
    network,
    dataset: trainSet,
    nextBatch: () => draws.randint(0, trainSet.length, BATCH).data,
  });
  page.say(`float32 is rounded after seven digits, and in which order a sum is made decides how: the last digits are not
    the same on all machines.`);
  page.range(
    "convolutional: test accuracy, %",
    100 * testAccuracy(network, testSet),
    { from: 87.56, to: 87.66 },
    2,
  );
  return course;
}
