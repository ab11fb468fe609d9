import * as nn from "@rushlight/nn";
import { manualSeed, randn } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { size } from "../lesson/print.ts";

/** Which gradients there are, and their shapes. */
export function namedLayers(page: Page): void {
  page.heading("Every parameter has a gradient of its shape");
  page.say(`Layers get names by being kept under names. A network made of them holds the same objects, so after its backward
    the gradients can be looked at by name.`);
  manualSeed(1);
  const layers = {
    hidden: new nn.Linear(3, 3),
    hiddenSigmoid: new nn.Sigmoid(),
    score: new nn.Linear(3, 1),
    scoreSigmoid: new nn.Sigmoid(),
  };
  const network = nn.sequential(layers.hidden, layers.hiddenSigmoid, layers.score, layers.scoreSigmoid);
  const x = randn(5, 3);
  const y = randn(5, 1);
  const criterion = new nn.MSECriterion();
  criterion.forward(network.forward(x), y);
  network.zeroGradParameters();
  network.backward(x, criterion.backward(network.output, y));
  page.show("String(network)", network);
  for (const name of ["hidden", "score"] as const) {
    const { weight, gradWeight, bias, gradBias } = layers[name];
    page.exact(`size of ${name}.gradWeight`, size(gradWeight), size(weight));
    if (bias && gradBias) page.exact(`size of ${name}.gradBias`, size(gradBias), size(bias));
    page.exact(`${name}.gradWeight is not zero`, gradWeight.norm() > 0, true);
  }

  page.say(`The input has a gradient too. That of a network's data is seldom wanted, and can be left out; the gradients
    of the parameters are the same without it.`);
  page.exact("size of network.gradInput", size(network.gradInput), size(x));
  const before = layers.hidden.gradWeight.clone();
  network.needsGradInput = false;
  network.zeroGradParameters();
  network.backward(x, criterion.backward(network.output, y));
  page.exact("elements with needsGradInput false", network.gradInput.nElement(), 0);
  page.exact("hidden.gradWeight is then the same", layers.hidden.gradWeight.equal(before), true);
}
