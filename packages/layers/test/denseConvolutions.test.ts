import { manualSeed, randn, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  SpatialConvolution,
  SpatialConvolutionMM,
  SpatialDilatedConvolution,
  VolumetricConvolution,
  VolumetricDilatedConvolution,
} from "../src/index.ts";

test("a volume of one frame is convolved as an image", () => {
  manualSeed(1);
  const image = new SpatialDilatedConvolution(2, 3, 3, 2, 2, 1, 1, 2, 1, 2);
  const volume = new VolumetricDilatedConvolution(2, 3, 1, 3, 2, 1, 2, 1, 0, 1, 2, 1, 1, 2);
  volume.weight.copy(image.weight.view(3, 2, 1, 2, 3));
  if (image.bias !== undefined) volume.bias?.copy(image.bias);
  const x = randn(2, 2, 6, 5);
  const y = image.forward(x);
  expect(
    volume
      .forward(x.view(2, 2, 1, 6, 5))
      .view(...y.size())
      .equal(y),
  ).toBe(true);
});

test("SpatialConvolutionMM draws and computes what SpatialConvolution does, with its weights as a matrix", () => {
  manualSeed(2);
  const tensors = new SpatialConvolution(2, 3, 3, 2, 1, 2, 1);
  manualSeed(2);
  const matrix = new SpatialConvolutionMM(2, 3, 3, 2, 1, 2, 1);
  expect(matrix.weight.size()).toEqual([3, 12]);
  expect(matrix.weight.equal(tensors.weight.view(3, 12))).toBe(true);
  const x = randn(2, 2, 4, 5);
  expect(matrix.forward(x).equal(tensors.forward(x))).toBe(true);
});

test("what is left out of a volume's padding is that of the dimension before", () => {
  const all = new VolumetricConvolution(1, 2, 3, 4, 5, 1, 2, 3, 2);
  expect([all.padT, all.padW, all.padH]).toEqual([2, 2, 2]);
  expect([all.kT, all.kW, all.kH, all.dT, all.dW, all.dH]).toEqual([3, 4, 5, 1, 2, 3]);
  const some = new VolumetricDilatedConvolution(1, 2, 3, 4, 5, 1, 1, 1, 0, 1);
  expect([some.padT, some.padW, some.padH]).toEqual([0, 1, 1]);
});

test("convolutions over volumes print as in Torch", () => {
  expect(String(new VolumetricConvolution(1, 2, 3, 4, 5))).toBe("nn.VolumetricConvolution(1 -> 2, 3x4x5)");
  expect(String(new VolumetricConvolution(1, 2, 3, 4, 5, 1, 1, 1, 0, 0, 1).noBias())).toBe(
    "nn.VolumetricConvolution(1 -> 2, 3x4x5, 1,1,1, 0,0,1) without bias",
  );
  expect(String(new VolumetricDilatedConvolution(1, 2, 3, 4, 5, 2, 1, 1, 0, 0, 0, 1, 2, 3))).toBe(
    "nn.VolumetricDilatedConvolution(1 -> 2, 3x4x5, 2,1,1, 1,2,3)",
  );
  expect(String(new SpatialConvolutionMM(1, 2, 3, 4, 2, 2))).toBe("nn.SpatialConvolutionMM(1 -> 2, 3x4, 2,2)");
});

test("convolutions over volumes name the input they expect, and the size of an output that is too small", () => {
  const module = new VolumetricConvolution(2, 1, 2, 3, 4);
  expect(() => module.forward(zeros(1, 4, 4, 4))).toThrow(
    "VolumetricConvolution(2 → 1, 2x3x4): expected [2, T, H, W] or [N, 2, T, H, W], got [1, 4, 4, 4]",
  );
  expect(() => module.forward(zeros(2, 4, 4))).toThrow("got [2, 4, 4]");
  expect(() => module.forward(zeros(2, 1, 3, 4))).toThrow("computed [0, 0, 2] for [2, 1, 3, 4]");
  expect(() => new VolumetricConvolution(1, 1, 0, 2, 2)).toThrow(
    "expected a kernel of whole numbers from 1, got 0x2x2",
  );
});
