import * as nn from "@rushlight/nn";
import { DataParallel } from "@rushlight/parallel";
import { Generator, manualSeed, type Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";

const normal = (...size: number[]): Tensor => {
  return tensor([0]).resize(size).normal(0, 1, { generator: new Generator(4) });
};
const labels = tensor([0, 2, 1, 2, 2, 0, 1], { dtype: "int32" });

function network(): nn.Module {
  manualSeed(3);
  return nn.sequential(new nn.Linear(5, 4), new nn.Tanh(), new nn.Linear(4, 3));
}

function single(net: nn.Module, criterion: nn.CrossEntropyCriterion, input: Tensor, target: Tensor) {
  const [, gradients] = net.getParameters();
  net.zeroGradParameters();
  const output = net.forward(input);
  const loss = criterion.forward(output, target);
  net.backward(input, criterion.backward(output, target));
  return { loss, gradients };
}

describe("A step", () => {
  test("gives the loss and the gradient of the whole batch", async () => {
    const input = normal(7, 5);
    const expected = single(network(), new nn.CrossEntropyCriterion(), input, labels);
    await using dp = new DataParallel(network(), new nn.CrossEntropyCriterion(), { workers: 2, slices: 3 });
    for (let step = 0; step < 2; step++) {
      const { loss } = await dp.step({ input, target: labels });
      expect(loss).toBeCloseTo(expected.loss, 6);
      const difference = dp.gradients.clone().add(-1, expected.gradients).norm();
      expect(difference / expected.gradients.norm()).toBeLessThan(1e-6);
    }
  });
});
