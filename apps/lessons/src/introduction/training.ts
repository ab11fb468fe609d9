import * as nn from "@rushlight/nn";
import { manualSeed, mv, randn, type Tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { significant } from "../lesson/print.ts";
import source from "./training.ts?raw";

const LOSSES = [
  "1.48479649129069",
  "1.4471538022835",
  "1.41237911498449",
  "1.38018376654428",
  "1.35031201575178",
];
const RATE = 0.01;

/** Five steps of gradient descent, in two ways. */
export async function training(page: Page): Promise<void> {
  page.heading("Training: the whole loop");
  page.say(`Five points in four dimensions, a target that is not linear in them, and a network with three hidden units. A
    step is always the same five lines: zero the gradients, forward, loss, backward, update.`);
  page.printed("String(network)", regressionProblem().network, [
    "nn.Sequential {",
    "  [input -> (0) -> (1) -> (2) -> output]",
    "  (0): nn.Linear(4 -> 3)",
    "  (1): nn.Tanh",
    "  (2): nn.Linear(3 -> 1)",
    "}",
  ]);

  page.say(`First the update by hand. getParameters gives all parameters as one long vector, and their derivatives as
    another of the same length. They are the memory of the network itself: to change the vector is to change it.`);
  page.code(source, "RATE", "flatSteps");
  const flat = flatSteps(regressionProblem());
  for (const [step, loss] of flat.entries()) {
    page.exact(
      `loss ${step}, flat vectors`,
      significant(loss, 15),
      LOSSES[step],
    );
  }

  page.say(
    "Then the same from the start with updateParameters, which does that for each module.",
  );
  page.code(source, "moduleSteps");
  const built = moduleSteps(regressionProblem());
  for (const [step, loss] of built.entries()) {
    page.exact(
      `loss ${step}, updateParameters`,
      significant(loss, 15),
      LOSSES[step],
    );
  }
  await page.lines("loss", "The loss of five full-batch steps.", {
    title: "Five steps of gradient descent",
    x: { title: "step" },
    y: { title: "mean squared error" },
    series: [
      {
        name: "loss",
        points: flat.map((loss, step) => ({ x: step, y: loss })),
        marks: "both",
      },
    ],
  });
}

interface Problem {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly network: nn.Sequential;
}

/** Draws the points and the network: the same ones each time. */
function regressionProblem(): Problem {
  manualSeed(287);
  const x = randn(5, 4);
  const y = mv(x, randn(4)).pow(2).add(randn(5)).view(5, 1);
  const network = nn.sequential(
    new nn.Linear(4, 3),
    new nn.Tanh(),
    new nn.Linear(3, 1),
  );
  return { x, y, network };
}

function flatSteps({ x, y, network }: Problem): number[] {
  const criterion = new nn.MSECriterion();
  const [parameters, gradParameters] = network.getParameters();
  const losses: number[] = [];
  for (let step = 0; step < 5; step++) {
    gradParameters.zero();
    const prediction = network.forward(x);
    losses.push(criterion.forward(prediction, y));
    network.backward(x, criterion.backward(prediction, y));
    parameters.add(-RATE, gradParameters);
  }
  return losses;
}

function moduleSteps({ x, y, network }: Problem): number[] {
  const criterion = new nn.MSECriterion();
  const losses: number[] = [];
  for (let step = 0; step < 5; step++) {
    network.zeroGradParameters();
    const prediction = network.forward(x);
    losses.push(criterion.forward(prediction, y));
    network.backward(x, criterion.backward(prediction, y));
    network.updateParameters(RATE);
  }
  return losses;
}
