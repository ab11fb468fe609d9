import * as nn from "@rushlight/nn";
import { linspace, manualSeed, rand, type Tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import source from "./regression.ts?raw";

const POINTS = 200;
const STEPS = 6000;
const RATE = 0.05;

/** A curve with many turns, learned from 200 of its points. */
export async function regression(page: Page): Promise<void> {
  page.heading("Fitting a curve");
  page.say(`200 points of y = 4 sin(πx) cos(6πx²) with x drawn from 0 to 1, a network 1-32-32-1 with tanh, and 6000 steps of
    gradient descent on all points at once.`);
  page.code(source, "RATE", "descend");
  for (const seed of page.seeds) await fit(page, seed);
}

async function fit(page: Page, seed: number): Promise<void> {
  manualSeed(seed);
  const x = rand(POINTS, 1);
  const y = curve(x);
  const network = nn.sequential(
    new nn.Linear(1, 32),
    new nn.Tanh(),
    new nn.Linear(32, 32),
    new nn.Tanh(),
    new nn.Linear(32, 1),
  );
  const losses = await descend(
    network,
    x,
    y,
    page.steps(`fitting, seed ${seed}`, STEPS),
  );
  page.range(`first loss, seed ${seed}`, losses[0], { from: 2.5, to: 5.5 });
  page.range(`loss after ${STEPS} steps, seed ${seed}`, losses[STEPS - 1], {
    to: 0.3,
  });
  if (seed !== page.seeds[0]) return;

  const grid = linspace(0, 1, 50).view(50, 1);
  const fitted = network.forward(grid);
  await page.scatter(
    "fit",
    `The points of seed ${seed}, and what the network makes of 50 between 0 and 1.`,
    {
      title: "y = 4 sin(πx) cos(6πx²)",
      x: { title: "x" },
      y: { title: "y" },
      points: [{ name: "data", points: points(x, y) }],
      curves: [{ name: "network", points: points(grid, fitted) }],
    },
  );
  await page.lines("loss", `The loss of seed ${seed}, every 50th step.`, {
    title: "Fitting a curve",
    x: { title: "step" },
    y: { title: "mean squared error", scale: "log" },
    series: [
      {
        name: "loss",
        points: losses
          .map((loss, step) => ({ x: step, y: loss }))
          .filter((_, i) => i % 50 === 0),
      },
    ],
  });
}

/** Gradient descent on all points at once: the loss of each step. */
async function descend(
  network: nn.Sequential,
  x: Tensor,
  y: Tensor,
  steps: AsyncIterable<number>,
): Promise<number[]> {
  network.needsGradInput = false;
  const criterion = new nn.MSECriterion();
  const [parameters, gradParameters] = network.getParameters();
  const losses: number[] = [];
  for await (const _ of steps) {
    gradParameters.zero();
    const prediction = network.forward(x);
    losses.push(criterion.forward(prediction, y));
    network.backward(x, criterion.backward(prediction, y));
    parameters.add(-RATE, gradParameters);
  }
  return losses;
}

/** 4 sin(πx) cos(6πx²) for each element. */
function curve(x: Tensor): Tensor {
  return x
    .clone()
    .apply(
      (at) => 4 * Math.sin(Math.PI * at) * Math.cos(6 * Math.PI * at * at),
    );
}

function points(x: Tensor, y: Tensor): { x: number; y: number }[] {
  return Array.from({ length: x.size(0) }, (_, i) => ({
    x: x.get(i, 0),
    y: y.get(i, 0),
  }));
}
