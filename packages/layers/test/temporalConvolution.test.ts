import { ArgumentError, manualSeed, mv, randn, range, ShapeError, Tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { TemporalConvolution, TemporalRowConvolution } from "../src/index.ts";

/** What TemporalConvolution is, word for word. */
function convolved({ weight, bias, kW, dW }: TemporalConvolution, x: Tensor): Tensor {
  const [frames, features] = x.size();
  const y = new Tensor([Math.floor((frames - kW) / dW) + 1, weight.size(0)]);
  for (let t = 0; t < y.size(0); t++) {
    const window = x
      .narrow(0, t * dW, kW)
      .contiguous()
      .view(kW * features);
    y.select(0, t).copy(mv(weight, window));
    if (bias !== undefined) y.select(0, t).add(bias);
  }
  return y;
}

test("weights go through a window frame by frame", () => {
  const module = new TemporalConvolution(2, 1, 2);
  module.weight.copy(range(1, 4).view(1, 4));
  module.bias?.fill(10);
  expect(module.forward(range(1, 6).view(3, 2)).toArray()).toEqual([[40], [60]]);
});

test.each([
  ["narrow frames", 1, 4, 5, 1, 30],
  ["narrow frames, every third window", 2, 4, 7, 3, 30],
  ["wide frames", 20, 4, 3, 1, 9],
  ["wide frames in uneven pieces", 9, 4, 5, 2, 12],
  ["windows side by side", 3, 4, 2, 2, 8],
  ["windows with gaps between them", 3, 4, 2, 3, 10],
  ["single frames", 3, 4, 1, 1, 5],
])("a batch of %s gives what its sequences give one by one", (_, inputs, outputs, kW, dW, frames) => {
  manualSeed(1);
  const module = new TemporalConvolution(inputs, outputs, kW, dW);
  const x = randn(3, frames, inputs);
  const y = module.forward(x);
  for (let i = 0; i < 3; i++) expect(y.select(0, i).dist(convolved(module, x.select(0, i)))).toBeLessThan(1e-4);
});

test("batches that are unfolded in several parts give what their sequences give one by one", () => {
  manualSeed(2);
  const module = new TemporalConvolution(1, 2, 64);
  const x = randn(5, 2100, 1);
  const y = module.forward(x).clone();
  const gradInput = module.backward(x, y).clone();
  const gradWeight = module.gradWeight.clone();
  module.zeroGradParameters();
  for (let i = 0; i < 5; i++) {
    expect(module.forward(x.select(0, i)).dist(y.select(0, i))).toBeLessThan(1e-3);
    expect(module.backward(x.select(0, i), y.select(0, i)).dist(gradInput.select(0, i))).toBeLessThan(1e-3);
  }
  const largest = module.gradWeight.clone().abs().max();
  expect(gradWeight.csub(module.gradWeight).abs().max() / largest).toBeLessThan(1e-4);
});

test("frames behind the last window get no gradient", () => {
  const module = new TemporalConvolution(1, 1, 2, 3);
  const x = randn(7, 1);
  const y = module.forward(x);
  expect(y.size()).toEqual([2, 1]);
  y.fill(1);
  const [first, second] = [module.weight.get(0, 0), module.weight.get(0, 1)];
  expect(module.backward(x, y).toArray()).toEqual([[first], [second], [0], [first], [second], [0], [0]]);
});

test("TemporalConvolution has Torch's name for its print and its settings for messages", () => {
  const module = new TemporalConvolution(2, 3, 4, 2);
  expect(String(module)).toBe("nn.TemporalConvolution");
  expect([module.inputFrameSize, module.outputFrameSize, module.kW, module.dW]).toEqual([2, 3, 4, 2]);
  expect(() => module.forward(zeros(5, 3))).toThrow(
    "TemporalConvolution(2 → 3, 4, 2): expected [T, 2] or [N, T, 2], got [5, 3]",
  );
  expect(() => module.forward(zeros(3, 2))).toThrow("computed [0] for [3, 2]");
  expect(() => new TemporalConvolution(0, 3, 4)).toThrow("expected 1 or more features in and out, got 0 and 3");
  expect(() => new TemporalConvolution(2, 3, 4, 0)).toThrow(ArgumentError);
});

test("TemporalRowConvolution keeps features apart", () => {
  const module = new TemporalRowConvolution(2, 2);
  module.weight.copy(range(1, 4).view(2, 1, 2));
  module.bias?.copy(range(10, 20, 10));
  expect(module.forward(range(1, 6).view(3, 2)).toArray()).toEqual([
    [17, 42],
    [23, 56],
  ]);
});

test("TemporalRowConvolution computes the same of features first, and its output is contiguous in either form", () => {
  manualSeed(3);
  const frames = new TemporalRowConvolution(3, 2, 2);
  const features = new TemporalRowConvolution(3, 2, 2, { featFirst: true });
  features.weight.copy(frames.weight);
  if (frames.bias !== undefined) features.bias?.copy(frames.bias);
  const x = randn(2, 7, 3);
  const turned = x.transpose(1, 2);
  const y = frames.forward(x);
  const z = features.forward(turned);
  expect(z.transpose(1, 2).dist(y)).toBeLessThan(1e-5);
  expect(features.backward(turned, z).transpose(1, 2).dist(frames.backward(x, y))).toBeLessThan(1e-5);
  expect(features.gradWeight.dist(frames.gradWeight)).toBeLessThan(1e-4);
  expect([y.isContiguous(), z.isContiguous()]).toEqual([true, true]);
});

test("TemporalRowConvolution prints as in Torch, and names the input it expects", () => {
  const module = new TemporalRowConvolution(3, 2, 4, { featFirst: true, bias: false });
  expect(String(module)).toBe("nn.TemporalRowConvolution(3, 2, 4) without bias");
  expect(() => module.forward(zeros(2, 5))).toThrow("expected [3, T] or [N, 3, T], got [2, 5]");
  expect(() => new TemporalRowConvolution(3, 2).forward(zeros(3, 5))).toThrow(
    "expected [T, 3] or [N, T, 3], got [3, 5]",
  );
  expect(() => new TemporalRowConvolution(3, 2).forward(zeros(1, 3))).toThrow(ShapeError);
});
