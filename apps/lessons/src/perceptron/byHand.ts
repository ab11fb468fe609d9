import * as nn from "@rushlight/nn";
import {
  cmul,
  gt,
  manualSeed,
  mm,
  randn,
  type Tensor,
} from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import source from "./byHand.ts?raw";

const [SAMPLES, INPUTS, HIDDEN, OUTPUTS] = [64, 10, 100, 1];
const EPOCHS = 250;
const RATE = 1e-3;
/** How strongly weights are pulled towards 0. */
const L2 = 0.5;

/** What the network by hand learns. */
interface Parameters {
  readonly w1: Tensor;
  readonly b1: Tensor;
  readonly w2: Tensor;
  readonly b2: Tensor;
}

/** What a step by hand gives: the loss, and its derivatives by the names of the parameters. */
interface Step {
  readonly loss: number;
  readonly gradients: Parameters;
}

/** Two layers without modules. */
export async function byHand(page: Page): Promise<void> {
  page.heading("Two layers by hand");
  page.say(`A perceptron with one hidden layer is four lines: h = x W1 + b1, a = max(h, 0), y = a W2 + b2, and a loss. Its
    derivatives are six more, each of which follows from the one before by the chain rule. The loss is the squared error,
    summed over 64 samples (64 times the mean), plus 0.5/2 times the squares of the weights (L2), which keeps them small.`);
  page.code(source, "L2", "step");
  const curves: { name: string; points: { x: number; y: number }[] }[] = [];
  for (const seed of page.seeds) {
    manualSeed(seed);
    const x = randn(SAMPLES, INPUTS);
    const y = mm(x, randn(INPUTS, OUTPUTS));
    const parameters: Parameters = {
      w1: randn(INPUTS, HIDDEN).mul(0.01),
      b1: randn(1, HIDDEN).mul(0.01).add(0.1),
      w2: randn(HIDDEN, OUTPUTS).mul(0.01),
      b2: randn(1, OUTPUTS).mul(0.01).add(0.1),
    };
    if (seed === page.seeds[0]) compareWithModules(page, x, y, parameters);

    const losses: number[] = [];
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      const { loss, gradients } = step(x, y, parameters);
      losses.push(loss);
      parameters.w1.add(-RATE, gradients.w1);
      parameters.b1.add(-RATE, gradients.b1);
      parameters.w2.add(-RATE, gradients.w2);
      parameters.b2.add(-RATE, gradients.b2);
    }
    page.show(
      `loss at epochs 1, 50, 100 and 250, seed ${seed}`,
      [0, 49, 99, 249].map((i) => losses[i].toFixed(2)).join(" "),
    );
    page.range(
      `last loss over the first, seed ${seed}`,
      losses[EPOCHS - 1] / losses[0],
      { from: 0, to: 0.5 },
    );
    curves.push({
      name: `seed ${seed}`,
      points: losses.map((loss, i) => ({ x: i + 1, y: loss })),
    });
  }
  await page.lines("by-hand", "The loss of 250 epochs, by hand.", {
    title: "Two layers by hand",
    x: { title: "epoch" },
    y: { title: "squared error and L2", scale: "log" },
    series: curves,
  });
}

/** Forward, loss and backward. */
function step(x: Tensor, y: Tensor, { w1, b1, w2, b2 }: Parameters): Step {
  // Forward. A bias is a row, shown once for each sample.
  const h = mm(x, w1).add(b1.expand(SAMPLES, HIDDEN));
  const a = h.clone().cmax(0);
  const prediction = mm(a, w2).add(b2.expand(SAMPLES, OUTPUTS));
  const error = prediction.clone().csub(y);
  const loss = error.dot(error) + (L2 / 2) * (w1.dot(w1) + w2.dot(w2));

  // Backward, from the loss to the parameters.
  const dPrediction = error.mul(2);
  const dw2 = mm(a.t(), dPrediction).add(L2, w2);
  const db2 = dPrediction.sum(0);
  const da = mm(dPrediction, w2.t());
  const dh = cmul(da, gt(h, 0).to("float32"));
  const dw1 = mm(x.t(), dh).add(L2, w1);
  const db1 = dh.sum(0);
  return { loss, gradients: { w1: dw1, b1: db1, w2: dw2, b2: db2 } };
}

/** The same step with modules, from the same parameters. */
function compareWithModules(
  page: Page,
  x: Tensor,
  y: Tensor,
  parameters: Parameters,
): void {
  page.say(`Modules hold these lines for you. Linear keeps its weight as [out, in], the other way round than above. With the
    same parameters they come to the same derivatives, but for rounding (distances are relative to the length):`);
  const first = new nn.Linear(INPUTS, HIDDEN);
  const second = new nn.Linear(HIDDEN, OUTPUTS);
  first.weight.copy(parameters.w1.t());
  first.bias?.copy(parameters.b1.view(HIDDEN));
  second.weight.copy(parameters.w2.t());
  second.bias?.copy(parameters.b2.view(OUTPUTS));

  const network = nn.sequential(first, new nn.ReLU(), second);
  const criterion = new nn.MSECriterion();
  criterion.sizeAverage = false;
  network.zeroGradParameters();
  criterion.forward(network.forward(x), y);
  network.backward(x, criterion.backward(network.output, y));
  first.gradWeight.add(L2, first.weight);
  second.gradWeight.add(L2, second.weight);

  const { gradients } = step(x, y, parameters);
  const apart = (byModules: Tensor, ours: Tensor): number =>
    byModules.dist(ours) / ours.norm();
  page.range(
    "dW1 by modules, distance",
    apart(first.gradWeight, gradients.w1.t()),
    { to: 1e-5 },
  );
  page.range(
    "dW2 by modules, distance",
    apart(second.gradWeight, gradients.w2.t()),
    { to: 1e-5 },
  );
}
