import * as nn from "@rushlight/nn";
import { manualSeed, type Tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { Chain } from "./Chain.ts";
import chainSource from "./Chain.ts?raw";
import { collate } from "./collate.ts";
import type { Digits } from "./Digits.ts";
import { build } from "./network.ts";
import { TwoLayers } from "./TwoLayers.ts";
import twoLayersSource from "./TwoLayers.ts?raw";

/** How a network knows its parameters, and how it is put together. */
export function registration(page: Page, train: Digits): void {
  page.heading("Parameters, registered");
  page.say(`That loop needs a list of all parameters. A module has one: parameters() gives them with their gradients. One of
    your own, as this one, joins the lists of what it is made of; containers do that for you.`);
  page.code(twoLayersSource, "TwoLayers");
  const { input, target } = collate(
    Array.from({ length: 64 }, (_, index) => train.get(index)),
  );
  const criterion = new nn.CrossEntropyCriterion();
  const gradientOf = (network: nn.Module): Tensor => {
    const [, gradients] = network.getParameters();
    network.zeroGradParameters();
    criterion.forward(network.forward(input), target);
    network.backward(input, criterion.backward(network.output, target));
    return gradients;
  };
  const [seed] = page.seeds;
  manualSeed(seed);
  const own = new TwoLayers();
  manualSeed(seed);
  const sequential = build();
  page.exact(
    "parameter tensors of TwoLayers",
    own.parameters()[0].length,
    4,
  );
  page.exact(
    "parameters of TwoLayers",
    own.getParameters()[0].nElement().toLocaleString("en"),
    "39,760",
  );
  page.exact(
    "equal to those of nn.Sequential",
    own.getParameters()[0].equal(sequential.getParameters()[0]),
    true,
  );

  page.heading("Sequential by hand");
  page.say(`A Sequential is a list of modules: forward goes through it, backward goes back, and each module gets what the one
    before it gave. Chain is that in fifty lines.`);
  page.code(chainSource, "Chain");
  manualSeed(seed);
  const chain = new Chain(
    new nn.Linear(784, 50),
    new nn.ReLU(),
    new nn.Linear(50, 10),
  );
  const theirs = gradientOf(sequential);
  page.range(
    "gradient: TwoLayers - Sequential",
    gradientOf(own).dist(theirs),
    { to: 1e-5 },
  );
  page.range(
    "gradient: Chain - Sequential",
    gradientOf(chain).dist(theirs),
    { to: 1e-5 },
  );
}
