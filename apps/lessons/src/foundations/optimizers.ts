import * as nn from "@rushlight/nn";
import { SGD } from "@rushlight/optim";
import { manualSeed } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { collate } from "./collate.ts";
import type { Digits } from "./Digits.ts";
import { GradientDescent } from "./GradientDescent.ts";
import source from "./GradientDescent.ts?raw";
import { build } from "./network.ts";

const RATE = 0.5;

/** The step, as an object. */
export function optimizers(page: Page, train: Digits): void {
  page.heading("An optimiser");
  page.say(`Two loops over the parameters are left in the training loop: one that zeroes, one that steps. Put into a class,
    they can be exchanged for something cleverer. SGD of @rushlight/optim does the same on the flat vector; its step asks a
    function for the loss and the gradient.`);
  page.code(source, "GradientDescent");
  const { input, target } = collate(
    Array.from({ length: 64 }, (_, index) => train.get(index)),
  );
  const criterion = new nn.CrossEntropyCriterion();
  const [seed] = page.seeds;

  manualSeed(seed);
  const ours = build();
  const optimizer = new GradientDescent(ours, RATE);
  for (let step = 0; step < 10; step++) {
    optimizer.zeroGradients();
    criterion.forward(ours.forward(input), target);
    ours.backward(input, criterion.backward(ours.output, target));
    optimizer.step();
  }

  manualSeed(seed);
  const theirs = build();
  const [parameters, gradParameters] = theirs.getParameters();
  const sgd = new SGD(parameters, { learningRate: RATE });
  for (let step = 0; step < 10; step++) {
    sgd.step(() => {
      gradParameters.zero();
      const loss = criterion.forward(theirs.forward(input), target);
      theirs.backward(input, criterion.backward(theirs.output, target));
      return [loss, gradParameters];
    });
  }
  const [ourParameters] = ours.getParameters();
  page.range(
    "10 steps: GradientDescent - SGD",
    ourParameters.dist(parameters),
    { to: 1e-5 },
  );
}
