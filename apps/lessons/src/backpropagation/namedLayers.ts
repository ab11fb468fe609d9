import * as nn from "@rushlight/nn";
import { manualSeed, randn } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { size } from "../lesson/print.ts";
import source from "./namedLayers.ts?raw";

/** Which gradients there are, and their shapes. */
export function namedLayers(page: Page): void {
  page.heading("Every parameter has a gradient of its shape");
  page.say(`Layers that are kept in an object have names. A network made of them holds the same layers, so after its backward
    the gradients can be looked at by name.`);
  page.code(source, "layersByName");
  manualSeed(1);
  const layers = layersByName();
  const network = nn.sequential(
    layers.hidden,
    layers.hiddenSigmoid,
    layers.score,
    layers.scoreSigmoid,
  );
  const x = randn(5, 3);
  const y = randn(5, 1);
  const criterion = new nn.MSECriterion();
  criterion.forward(network.forward(x), y);
  network.zeroGradParameters();
  network.backward(x, criterion.backward(network.output, y));
  page.printed("String(network)", network, [
    "nn.Sequential {",
    "  [input -> (0) -> (1) -> (2) -> (3) -> output]",
    "  (0): nn.Linear(3 -> 3)",
    "  (1): nn.Sigmoid",
    "  (2): nn.Linear(3 -> 1)",
    "  (3): nn.Sigmoid",
    "}",
  ]);
  for (const name of ["hidden", "score"] as const) {
    const [weights, gradients] = layers[name].parameters();
    page.exact(
      `sizes of the gradients of ${name}`,
      gradients.map(size).join(" "),
      weights.map(size).join(" "),
    );
    const allThere = gradients.every((gradient) => gradient.norm() > 0);
    page.exact(`gradients of ${name}, none of them 0`, allThere, true);
  }

  page.say(`The input has a gradient too. That of a network's data is seldom wanted, and can be left out; the gradients
    of the parameters are the same without it.`);
  page.exact("size of network.gradInput", size(network.gradInput), size(x));
  const before = layers.hidden.gradWeight.clone();
  network.needsGradInput = false;
  network.zeroGradParameters();
  network.backward(x, criterion.backward(network.output, y));
  page.exact(
    "elements with needsGradInput false",
    network.gradInput.nElement(),
    0,
  );
  page.exact(
    "hidden.gradWeight is then the same",
    layers.hidden.gradWeight.equal(before),
    true,
  );
}

interface Layers {
  readonly hidden: nn.Linear;
  readonly hiddenSigmoid: nn.Sigmoid;
  readonly score: nn.Linear;
  readonly scoreSigmoid: nn.Sigmoid;
}

function layersByName(): Layers {
  return {
    hidden: new nn.Linear(3, 3),
    hiddenSigmoid: new nn.Sigmoid(),
    score: new nn.Linear(3, 1),
    scoreSigmoid: new nn.Sigmoid(),
  };
}
