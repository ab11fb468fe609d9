import { sgd } from "@rushlight/optim";
import { manualSeed, randn, storageAllocations, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import * as nn from "../src/index.ts";

test("a training step in its steady state takes no memory", () => {
  manualSeed(1);
  const net = nn.sequential(
    new nn.Linear(20, 16),
    new nn.ReLU(),
    new nn.Dropout(0.2),
    new nn.Concat(1).add(new nn.Linear(16, 4)).add(nn.sequential(new nn.Linear(16, 6), new nn.Tanh())),
    new nn.Linear(10, 3),
    new nn.LogSoftMax(),
  );
  const criterion = new nn.ClassNLLCriterion();
  const [params, gradParams] = net.getParameters();
  const inputs = randn(8, 20);
  const targets = zeros([8], { dtype: "int32" }).random(3);
  const config = { learningRate: 0.1, momentum: 0.9, weightDecay: 1e-3 };
  const step = (): void => {
    sgd(
      () => {
        gradParams.zero();
        const output = net.forward(inputs);
        const loss = criterion.forward(output, targets);
        net.backward(inputs, criterion.backward(output, targets));
        return [loss, gradParams];
      },
      params,
      config,
    );
  };
  step();
  step();
  const before = storageAllocations();
  for (let i = 0; i < 10; i++) step();
  expect(storageAllocations()).toBe(before);
});

test("a network learns exclusive or", () => {
  manualSeed(3);
  const net = nn.sequential(new nn.Linear(2, 8), new nn.Tanh(), new nn.Linear(8, 2));
  const criterion = new nn.CrossEntropyCriterion();
  const x = tensor([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  const y = tensor([0, 1, 1, 0], { dtype: "int32" });
  for (let i = 0; i < 500; i++) {
    net.zeroGradParameters();
    criterion.forward(net.forward(x), y);
    net.backward(x, criterion.backward(net.output, y));
    net.updateParameters(0.5);
  }
  expect(net.forward(x).max(1)[1].toArray()).toEqual([[0], [1], [1], [0]]);
});

test("the umbrella gives every class of the packages under it", async () => {
  const parts = await Promise.all([
    import("@rushlight/containers"),
    import("@rushlight/layers"),
    import("@rushlight/criterion"),
  ]);
  const missing = parts.flatMap((part) => Object.keys(part)).filter((name) => !(name in nn));
  expect(missing).toEqual([]);
});
