import { manualSeed, ones, randn, type Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import {
  BatchNormalization,
  LayerNormalization,
  SpatialBatchNormalization,
  VolumetricBatchNormalization,
} from "../src/index.ts";

function values(x: Tensor): number[] {
  return [...x.values()];
}

describe("BatchNormalization", () => {
  test("draws weights from [0, 1) and sets bias and running statistics, also when reset", () => {
    manualSeed(3);
    const module = new BatchNormalization(40);
    const first = values(module.weight ?? ones(0));
    expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...first)).toBeLessThan(1);
    module.forward(randn(5, 40));
    module.bias?.fill(2);
    manualSeed(3);
    module.reset();
    expect(values(module.weight ?? ones(0))).toEqual(first);
    expect(values(module.bias ?? ones(40))).toEqual(Array.from({ length: 40 }, () => 0));
    expect(values(module.runningMean)).toEqual(Array.from({ length: 40 }, () => 0));
    expect(values(module.runningVar)).toEqual(Array.from({ length: 40 }, () => 1));
  });

  test("running variances follow those with n − 1, over batch and pixels", () => {
    const module = new SpatialBatchNormalization(1, 0, 1);
    module.forward(tensor([[[[1, 2]]], [[[3, 6]]]]));
    expect(module.runningMean.get(0)).toBe(3);
    expect(module.runningVar.get(0)).toBeCloseTo(14 / 3, 6);
  });

  test("uses running statistics for a batch of one in training, and leaves them as they are", () => {
    const module = new SpatialBatchNormalization(2, 0, 0.5, { affine: false });
    module.runningMean.fill(1);
    module.runningVar.fill(4);
    const y = module.forward(tensor([[[[3, 5]], [[1, -1]]]]));
    expect(y.toArray()).toEqual([[[[1, 2]], [[0, -1]]]]);
    expect(values(module.runningMean)).toEqual([1, 1]);
    expect(module.backward(tensor([[[[3, 5]], [[1, -1]]]]), ones(1, 2, 1, 2)).toArray()).toEqual([
      [[[0.5, 0.5]], [[0.5, 0.5]]],
    ]);
  });

  test("gives a feature that does not vary 0, also without eps", () => {
    const module = new BatchNormalization(1, 0, 0.1, { affine: false });
    expect(values(module.forward(tensor([[2], [2]])))).toEqual([0, 0]);
    const gradInput = module.backward(tensor([[2], [2]]), tensor([[1], [5]]));
    expect(values(gradInput).map(Math.abs)).toEqual([0, 0]);
  });

  test("keeps the precision of small deviations from a large mean", () => {
    const module = new SpatialBatchNormalization(1, 0, 0.1, { affine: false });
    const x = randn(4, 1, 16, 16).add(3000);
    const y = module.forward(x);
    expect(Math.abs(y.mean())).toBeLessThan(1e-3);
    expect(y.std()).toBeCloseTo(1, 2);
  });

  test("goes back through the last forward, whatever mode comes after it", () => {
    const x = randn(4, 3);
    const gradOutput = randn(4, 3);
    const module = new BatchNormalization(3);
    module.forward(x);
    const expected = values(module.backward(x, gradOutput));
    module.evaluate();
    expect(values(module.backward(x, gradOutput))).toEqual(expected);
  });

  test("gives a sample in evaluation back as a sample, and leaves the caller's size as it is", () => {
    const module = new SpatialBatchNormalization(2).evaluate();
    const x = randn(2, 3, 3);
    expect(module.forward(x).size()).toEqual([2, 3, 3]);
    expect(x.size()).toEqual([2, 3, 3]);
    expect(module.backward(x, randn(2, 3, 3)).size()).toEqual([2, 3, 3]);
  });

  test("prints as Torch does", () => {
    expect(String(new BatchNormalization(7))).toBe("nn.BatchNormalization (2D) (7)");
    expect(String(new VolumetricBatchNormalization(7))).toBe("nn.VolumetricBatchNormalization (5D) (7)");
  });

  test("names what is wrong with an input, and changes nothing", () => {
    const module = new SpatialBatchNormalization(3);
    const before = values(module.runningVar);
    expect(() => module.forward(randn(2, 4, 5, 5))).toThrow(
      "SpatialBatchNormalization (4D) (3): expected [N, 3, H, W], got [2, 4, 5, 5]",
    );
    expect(() => module.forward(randn(3, 5, 5))).toThrow("expected [N, 3, H, W], got [3, 5, 5]");
    expect(() => module.evaluate().forward(randn(5, 5))).toThrow("expected [N, 3, H, W] or [3, H, W], got [5, 5]");
    expect(() => module.backward(randn(2, 3, 5, 5), randn(2, 3, 5, 5))).toThrow(
      "expected a forward before backward with a gradOutput, got [2, 3, 5, 5]",
    );
    expect(values(module.runningVar)).toEqual(before);
  });

  test("names what is wrong with an argument", () => {
    expect(() => new BatchNormalization(0)).toThrow("BatchNormalization: expected 1 or more features, got 0");
    expect(() => new SpatialBatchNormalization(2, -1)).toThrow(
      "SpatialBatchNormalization: expected an eps of 0 or more, got -1",
    );
    expect(() => new BatchNormalization(2, 0, 1.5)).toThrow("expected a momentum from 0 to 1, got 1.5");
  });
});

describe("LayerNormalization", () => {
  test("gives every row a mean of 0 and a variance of 1, whatever the others are", () => {
    const x = randn(3, 8);
    x.select(0, 1).mul(100).add(7);
    const y = new LayerNormalization(8).forward(x);
    for (let row = 0; row < 3; row++) {
      expect(y.select(0, row).mean()).toBeCloseTo(0, 5);
      expect(y.select(0, row).norm()).toBeCloseTo(Math.sqrt(8), 5);
    }
  });

  test("begins with weights of 1 and the bias it is given, also when reset", () => {
    const module = new LayerNormalization(3, 0.25);
    module.weight?.fill(9);
    module.bias?.fill(9);
    module.reset();
    expect(values(module.weight ?? ones(0))).toEqual([1, 1, 1]);
    expect(values(module.bias ?? ones(0))).toEqual([0.25, 0.25, 0.25]);
  });

  test("names what is wrong with an input", () => {
    expect(() => new LayerNormalization(3).forward(randn(2, 4))).toThrow(
      "LayerNormalization(3): expected [3], [N, 3] or more dimensions before 3, got [2, 4]",
    );
  });
});
