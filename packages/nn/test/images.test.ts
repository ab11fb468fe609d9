import { checkModule } from "@rushlight/module/testing";
import { sgd } from "@rushlight/optim";
import { backend, manualSeed, randn, storageAllocations, type Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import * as nn from "../src/index.ts";

const layers: [name: string, module: () => nn.Module, input: () => Tensor][] = [
  ["long rows", () => new nn.SpatialConvolution(2, 4, 5, 3), () => randn(2, 2, 6, 17)],
  ["padded rows", () => new nn.SpatialConvolution(1, 5, 3, 3, 1, 1, 1, 1), () => randn(3, 1, 5, 16)],
  ["rows skipped", () => new nn.SpatialConvolution(1, 3, 3, 2, 1, 2, 0, 1), () => randn(2, 1, 3, 14)],
  ["much padding", () => new nn.SpatialConvolution(1, 2, 2, 2, 1, 1, 3, 2), () => randn(2, 1, 2, 12)],
  ["many planes", () => new nn.SpatialConvolution(1, 33, 1, 2), () => randn(2, 1, 2, 12)],
  ["strides", () => new nn.SpatialConvolution(2, 3, 3, 2, 2, 1, 1, 2), () => randn(2, 2, 3, 6)],
  ["points", () => new nn.SpatialConvolution(3, 2, 1, 1), () => randn(2, 3, 2, 3)],
  ["holes", () => new nn.SpatialDilatedConvolution(2, 3, 2, 3, 1, 1, 0, 0, 3, 2), () => randn(2, 2, 7, 9)],
  ["pairs", () => new nn.SpatialMaxPooling(2, 2), () => randn(2, 2, 4, 11)],
  ["overlap", () => new nn.SpatialMaxPooling(3, 3, 2, 2, 1, 1).ceil(), () => randn(2, 2, 6, 7)],
  ["means", () => new nn.SpatialAveragePooling(3, 2, 2, 1, 1, 1), () => randn(2, 2, 5, 6)],
];

describe(`layers for images keep their promises with the ${backend().name} kernels`, () => {
  test.each(layers)("%s", (_name, module, input) => {
    manualSeed(287);
    expect(checkModule(module(), input()).skipped).toEqual([]);
  });
});

test("a small network tells vertical from horizontal bars, and a step in its steady state takes no memory", () => {
  manualSeed(1);
  const net = nn
    .sequential(new nn.SpatialConvolution(1, 4, 3, 3), new nn.ReLU(), new nn.SpatialMaxPooling(2, 2))
    .add(new nn.View(-1).setNumInputDims(3))
    .add(new nn.Linear(4 * 3 * 3, 2));
  const criterion = new nn.CrossEntropyCriterion();
  const images = randn(16, 1, 8, 8).mul(0.1);
  const labels = tensor(
    Array.from({ length: 16 }, (_, i) => i % 2),
    { dtype: "int32" },
  );
  for (let i = 0; i < 16; i++) {
    images
      .select(0, i)
      .select((i % 2) + 1, i % 8)
      .add(1);
  }
  const [params, gradParams] = net.getParameters();
  const step = (): number => {
    gradParams.zero();
    const loss = criterion.forward(net.forward(images), labels);
    net.backward(images, criterion.backward(net.output, labels));
    sgd(() => [loss, gradParams], params, { learningRate: 0.1 });
    return loss;
  };
  step();
  step();
  const before = storageAllocations();
  for (let i = 0; i < 300; i++) step();
  expect(step()).toBeLessThan(0.1);
  expect(storageAllocations()).toBe(before);
});
