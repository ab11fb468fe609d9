import type { LabelledImages } from "@rushlight/data/node";
import * as nn from "@rushlight/nn";
import { manualSeed, type Tensor } from "@rushlight/tensor";
import { drawGraph } from "../drawing/drawGraph.ts";
import { graphText } from "../drawing/graphText.ts";
import { moduleGraph } from "../drawing/moduleGraph.ts";
import type { Page } from "../lesson/Page.ts";

/** A network of several layers: what it looks like, and what it will look at. */
export async function network(
  page: Page,
  { images, labels }: LabelledImages,
): Promise<void> {
  page.heading("A network of modules");
  page.say(
    "MNIST: images of 28 x 28 pixels, with the digits they show. The first ten:",
  );
  const ten = images.narrow(0, 0, 10);
  await page.images(
    "digits",
    "The first ten training images.",
    ten,
    {
      title: "The first ten digits",
      labels: labels.narrow(0, 0, 10),
      columns: 5,
    },
    halved(ten),
  );

  page.say(`Four hidden layers of 32, 64, 128 and 64 units with tanh between them, and LogSoftMax at the end, so that the
    outputs are logarithms of probabilities. An image goes in as a row of 784 numbers.`);
  manualSeed(page.seeds[0]);
  const network = nn.sequential(
    new nn.Linear(784, 32),
    new nn.Tanh(),
    new nn.Linear(32, 64),
    new nn.Tanh(),
    new nn.Linear(64, 128),
    new nn.Tanh(),
    new nn.Linear(128, 64),
    new nn.Tanh(),
    new nn.Linear(64, 10),
    new nn.LogSoftMax(),
  );
  page.printed("String(network)", network, [
    "nn.Sequential {",
    "  [input -> (0) -> (1) -> (2) -> (3) -> (4) -> (5) -> (6) -> (7) -> (8) -> (9) -> output]",
    "  (0): nn.Linear(784 -> 32)",
    "  (1): nn.Tanh",
    "  (2): nn.Linear(32 -> 64)",
    "  (3): nn.Tanh",
    "  (4): nn.Linear(64 -> 128)",
    "  (5): nn.Tanh",
    "  (6): nn.Linear(128 -> 64)",
    "  (7): nn.Tanh",
    "  (8): nn.Linear(64 -> 10)",
    "  (9): nn.LogSoftMax",
    "}",
  ]);
  const [parameters] = network.parameters();
  page.exact("parameter tensors", parameters.length, 10);
  page.exact(
    "parameters",
    network.getParameters()[0].nElement().toLocaleString("en"),
    "44,458",
  );

  page.say("The way of a batch of 512 images through it:");
  const batch = images
    .narrow(0, 0, 512)
    .view(512, 784)
    .to("float32")
    .div(255);
  network.forward(batch);
  const graph = moduleGraph("784-[32, 64, 128, 64]-10", network, batch);
  await page.chart(
    "graph",
    "The computation graph, with the sizes of a batch of 512.",
    drawGraph(graph),
    graphText(graph),
  );
}

/** Images without their margins, half as wide and half as high: small enough for a terminal. */
function halved(images: Tensor): Tensor {
  const middle = images.narrow(1, 2, 24).narrow(2, 2, 24).to("float32");
  return new nn.SpatialAveragePooling(2, 2, 2, 2).forward(middle);
}
