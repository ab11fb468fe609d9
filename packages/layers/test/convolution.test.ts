import { ArgumentError, DTypeError, manualSeed, ones, randn, range, ShapeError, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { SpatialConvolution, SpatialDilatedConvolution } from "../src/index.ts";

test("SpatialConvolution is a cross-correlation: kernels are not flipped", () => {
  const module = new SpatialConvolution(1, 1, 2, 1);
  module.weight.copy(range(1, 2).view(1, 1, 1, 2));
  module.bias?.fill(10);
  expect(module.forward(range(1, 3).view(1, 1, 3)).toArray()).toEqual([[[15, 18]]]);
});

test("SpatialConvolution draws weights, then biases, from ±1/√(kW·kH·in)", () => {
  manualSeed(5);
  const module = new SpatialConvolution(3, 4, 5, 2);
  manualSeed(5);
  const bound = 1 / Math.sqrt(30);
  expect(module.weight.toArray()).toEqual(zeros(4, 3, 2, 5).uniform(-bound, bound).toArray());
  expect(module.bias?.toArray()).toEqual(zeros(4).uniform(-bound, bound).toArray());
  expect(module.reset(1e-3).weight.max()).toBeLessThanOrEqual(1e-3 * Math.sqrt(3));
});

test("padding above and below is that on the sides when left out", () => {
  const module = new SpatialConvolution(1, 1, 3, 3, 1, 1, 1);
  expect([module.padW, module.padH]).toEqual([1, 1]);
  expect(module.forward(ones(1, 4, 5)).size()).toEqual([1, 4, 5]);
});

test("its settings can be read under Torch's names", () => {
  const { kW, kH, dW, dH, padW, padH } = new SpatialConvolution(1, 2, 3, 4, 5, 6, 7, 8);
  expect([kW, kH, dW, dH, padW, padH]).toEqual([3, 4, 5, 6, 7, 8]);
});

test("convolutions print as in Torch", () => {
  expect(String(new SpatialConvolution(1, 2, 3, 4))).toBe("nn.SpatialConvolution(1 -> 2, 3x4)");
  expect(String(new SpatialConvolution(1, 2, 3, 4, 2, 1))).toBe("nn.SpatialConvolution(1 -> 2, 3x4, 2,1)");
  expect(String(new SpatialConvolution(1, 2, 3, 4, 1, 1, 0, 2).noBias())).toBe(
    "nn.SpatialConvolution(1 -> 2, 3x4, 1,1, 0,2) without bias",
  );
  expect(String(new SpatialDilatedConvolution(1, 2, 3, 4, 1, 1, 0, 0, 2, 3))).toBe(
    "nn.SpatialDilatedConvolution(1 -> 2, 3x4, 2,3)",
  );
});

test("SpatialConvolution refuses planes, kernels, strides, paddings and options that make no sense", () => {
  expect(() => new SpatialConvolution(0, 2, 3, 3)).toThrow(
    "SpatialConvolution: expected 1 or more planes in and out, got 0 and 2",
  );
  expect(() => new SpatialConvolution(1, 2, 0, 3)).toThrow(
    "SpatialConvolution: expected a kernel of whole numbers from 1, got 0x3",
  );
  expect(() => new SpatialConvolution(1, 2, 3, 3, 1, 0.5)).toThrow(
    "expected a stride of whole numbers from 1, got 1x0.5",
  );
  expect(() => new SpatialConvolution(1, 2, 3, 3, 1, 1, -1)).toThrow("expected a padding of whole numbers from 0");
  expect(() => new SpatialDilatedConvolution(1, 2, 3, 3, 1, 1, 0, 0, 0)).toThrow("expected a dilation of");
  // @ts-expect-error: an option that does not exist
  expect(() => new SpatialConvolution(1, 2, 3, 3, 1, 1, 0, 0, { biased: true })).toThrow(ArgumentError);
});

test("SpatialConvolution names the planes it expects, and the output size that an input would have", () => {
  const module = new SpatialConvolution(3, 8, 5, 5, 2, 2);
  expect(() => module.forward(zeros(2, 4, 9, 9))).toThrow(
    "SpatialConvolution(3 → 8, 5x5, 2,2): expected [3, H, W] or [N, 3, H, W], got [2, 4, 9, 9]",
  );
  expect(() => module.forward(zeros(9, 9))).toThrow(ShapeError);
  expect(() => module.forward(zeros(3, 4, 9))).toThrow(
    "expected an input with an output size of at least 1 in each dimension, computed [0, 3] for [3, 4, 9]",
  );
  expect(() => module.forward(zeros([3, 9, 9], { dtype: "float64" }))).toThrow(DTypeError);
});

test("SpatialConvolution refuses gradients that do not belong to its last output, and changes nothing then", () => {
  const module = new SpatialConvolution(1, 2, 3, 3);
  module.forward(zeros(2, 1, 5, 5));
  expect(() => module.backward(zeros(2, 1, 5, 5), zeros(2, 2, 3, 4))).toThrow(
    "expected a gradOutput of the output's size",
  );
  expect(() => module.backward(zeros(3, 1, 5, 5), ones(2, 2, 3, 3))).toThrow("the input of the last forward");
  expect(() => module.accGradParameters(zeros(2, 1, 6, 5), ones(2, 2, 3, 3))).toThrow("the input of the last forward");
  expect(module.gradBias?.toArray()).toEqual([0, 0]);
});

test("images of other sizes may follow each other, in a batch and alone", () => {
  const module = new SpatialConvolution(2, 3, 3, 2, 1, 1, 1, 0);
  for (const size of [
    [4, 2, 6, 7],
    [2, 3, 3],
    [1, 2, 9, 2],
    [4, 2, 6, 7],
  ]) {
    const x = randn(size);
    const y = module.forward(x);
    expect(y.size()).toEqual([...size.slice(0, -3), 3, size[size.length - 2] - 1, size[size.length - 1]]);
    expect(module.backward(x, y).size()).toEqual(size);
  }
});

test("a kernel that reaches far beyond its image sees zeros", () => {
  const module = new SpatialConvolution(1, 1, 3, 3, 1, 1, 5, 5);
  module.bias?.fill(2);
  expect(module.forward(ones(1, 1, 1)).size()).toEqual([1, 9, 9]);
  expect(module.output.get(0, 0, 0)).toBe(2);
  expect(module.output.sum()).toBeCloseTo(162 + module.weight.sum(), 4);
});

test("a batch gives what its images give one by one, also when not all of them fit into the buffer at once", () => {
  manualSeed(2);
  const module = new SpatialConvolution(1, 2, 3, 3, 1, 1, 1, 1);
  const x = randn(20, 1, 64, 64);
  const y = module.forward(x).clone();
  const g = y.clone();
  const gradInput = module.backward(x, g).clone();
  const gradients = module.gradWeight.clone();
  module.zeroGradParameters();
  for (let i = 0; i < 20; i++) {
    expect(module.forward(x.select(0, i)).equal(y.select(0, i))).toBe(true);
    expect(module.backward(x.select(0, i), g.select(0, i)).equal(gradInput.select(0, i))).toBe(true);
  }
  const difference = gradients.csub(module.gradWeight).abs().max();
  expect(difference / module.gradWeight.abs().max()).toBeLessThan(1e-4);
});

test("convolutions of one dtype share their buffer without mixing what they compute", () => {
  manualSeed(3);
  const [small, large] = [new SpatialConvolution(1, 40, 3, 3), new SpatialConvolution(2, 40, 3, 3)];
  const [x, z] = [randn(1, 5, 5), randn(2, 9, 9)];
  const alone = small.forward(x).clone();
  large.backward(z, large.forward(z));
  expect(small.forward(x).equal(alone)).toBe(true);
  small.backward(x, alone);
  const first = small.gradWeight.clone();
  small.zeroGradParameters();
  large.forward(z);
  small.backward(x, alone);
  expect(small.gradWeight.equal(first)).toBe(true);
});

test("backward refuses an input of another size than that of forward, also when its output would have the same", () => {
  const module = new SpatialConvolution(1, 1, 2, 2, 2, 2);
  const y = module.forward(randn(1, 5, 5));
  module.zeroGradParameters();
  expect(() => module.backward(randn(1, 4, 4), y)).toThrow("expected the input of the last forward, got [1, 4, 4]");
  expect(module.gradWeight.norm()).toBe(0);
});

test("parameters that were replaced must have as many elements as those they replace", () => {
  const module = new SpatialConvolution(1, 2, 2, 2);
  const x = ones(1, 3, 3);
  const y = module.forward(x).clone();
  module.gradWeight = zeros(2, 1, 1, 2);
  expect(() => module.accGradParameters(x, y)).toThrow(
    "SpatialConvolution(1 → 2, 2x2): expected a gradWeight with as many elements as [2, 1, 2, 2], got [2, 1, 1, 2]",
  );
  expect(module.gradBias?.toArray()).toEqual([0, 0]);
  module.bias = zeros(1);
  expect(() => module.forward(x)).toThrow("expected a bias with as many elements as [2], got [1]");
  module.weight = zeros(2, 1, 2, 1);
  expect(() => module.forward(x)).toThrow(ShapeError);
  expect(module.output.equal(y)).toBe(true);
});
