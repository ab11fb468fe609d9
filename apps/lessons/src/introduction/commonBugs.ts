import * as nn from "@rushlight/nn";
import { checkgrad } from "@rushlight/optim";
import { manualSeed, ones, randn, type Tensor } from "@rushlight/tensor";
import { messageOf } from "../lesson/messageOf.ts";
import type { Page } from "../lesson/Page.ts";
import { decimals, size } from "../lesson/print.ts";

/** What goes wrong most often, and how it shows. */
export function commonBugs(page: Page): void {
  page.heading("Common bugs");
  manualSeed(287);
  const x = randn(5, 4);
  const y = randn(5, 1);
  forgottenZero(page, x, y);
  wrongShape(page, x);
  wrongDimension(page, x);
  wrongSign(page, x, y);
  noGradientCheck(page, x, y);
}

function forgottenZero(page: Page, x: Tensor, y: Tensor): void {
  page.say(`1. Gradients are not zeroed. backward adds to what is there, so the second step moves along the sum of two
    gradients, the third along that of three, and training seems to work for a while.`);
  const linear = new nn.Linear(4, 1);
  const criterion = new nn.MSECriterion();
  criterion.forward(linear.forward(x), y);
  const gradOutput = criterion.backward(linear.output, y);
  linear.zeroGradParameters();
  linear.backward(x, gradOutput);
  const once = linear.gradWeight.norm();
  linear.backward(x, gradOutput);
  page.exact(
    "gradient not zeroed, over zeroed",
    decimals(linear.gradWeight.norm() / once),
    "2.0000",
  );
  page.say("A checked network, nn.checked(net), notices it:");
  const net = nn.checked(nn.sequential(new nn.Linear(4, 1)));
  const step = (): void => {
    criterion.forward(net.forward(x), y);
    net.backward(x, criterion.backward(net.output, y));
    net.updateParameters(0.01);
  };
  const message = messageOf(() => {
    step();
    step();
  });
  page.show("two steps of a checked network", message);
  page.exact(
    "error of the checked network",
    message.split(":")[0],
    "CheckedModeError",
  );
}

function wrongShape(page: Page, x: Tensor): void {
  page.say(`2. gradOutput has another shape than the output. Nothing is computed then, and the error names the module, what
    it expected, and what came.`);
  const linear = new nn.Linear(4, 3);
  linear.forward(x);
  const message = messageOf(() => linear.backward(x, ones(3, 5)));
  page.show("linear.backward(x, ones(3, 5))", message);
  page.exact(
    "error for a gradOutput [3, 5]",
    message.split(":")[0],
    "ShapeError",
  );
}

function wrongDimension(page: Page, x: Tensor): void {
  page.say(`3. The batch is another dimension than one thinks. A Sum(0) that was written for single vectors adds up over
    the samples once it gets a batch: no error, and one number for each feature instead of one for each sample.
    nInputDims tells it how many dimensions a sample has.`);
  const unaware = new nn.Sum(0);
  const aware = new nn.Sum(0, { nInputDims: 1 });
  page.exact(
    "size of Sum(0) of a batch 5x4",
    size(unaware.forward(x)),
    "4",
  );
  page.exact("size with nInputDims: 1", size(aware.forward(x)), "5");
}

function wrongSign(page: Page, x: Tensor, y: Tensor): void {
  page.say(
    "4. The sign of the update is wrong. The loss rises, from the first step on.",
  );
  const linear = new nn.Linear(4, 1);
  const criterion = new nn.MSECriterion();
  const losses: number[] = [];
  for (let step = 0; step < 5; step++) {
    linear.zeroGradParameters();
    losses.push(criterion.forward(linear.forward(x), y));
    linear.backward(x, criterion.backward(linear.output, y));
    linear.updateParameters(-0.01);
  }
  page.show(
    "losses of five steps uphill",
    losses.map((loss) => loss.toFixed(4)).join(" "),
  );
  page.exact(
    "with the wrong sign losses rise",
    losses.slice(1).every((loss, i) => loss > losses[i]),
    true,
  );
}

/** y = x², with a backward that forgets the factor 2. */
class Square extends nn.Module {
  updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input).cmul(input);
  }

  updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input);
  }
}

function noGradientCheck(page: Page, x: Tensor, y: Tensor): void {
  page.say(`5. A backward of one's own was never checked. This square forgets the factor 2 in its derivative. A network
    with it learns all the same, only worse. checkgrad compares each derivative with differences of the loss:`);
  const right = gradientCheck(
    nn.sequential(
      new nn.Linear(4, 2),
      new nn.Square(),
      new nn.Linear(2, 1),
    ),
    x,
    y,
  );
  const wrong = gradientCheck(
    nn.sequential(new nn.Linear(4, 2), new Square(), new nn.Linear(2, 1)),
    x,
    y,
  );
  page.show("checkgrad with the wrong square", wrong.toString(3));
  page.exact("checkgrad accepts nn.Square", right.ok, true);
  page.exact("checkgrad accepts the wrong square", wrong.ok, false);
}

function gradientCheck(
  network: nn.Sequential,
  x: Tensor,
  y: Tensor,
): ReturnType<typeof checkgrad> {
  const criterion = new nn.MSECriterion();
  const [parameters, gradParameters] = network.getParameters();
  return checkgrad(() => {
    gradParameters.zero();
    const loss = criterion.forward(network.forward(x), y);
    network.backward(x, criterion.backward(network.output, y));
    return [loss, gradParameters];
  }, parameters);
}
