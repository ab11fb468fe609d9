import type { Module } from "@rushlight/module";
import { manualSeed, randn, type Tensor } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedColumns } from "../src/convolution/products/columns.ts";
import {
  SpatialConvolution,
  SpatialConvolutionMap,
  SpatialDepthWiseConvolution,
  SpatialFullConvolution,
  SpatialFullConvolutionMap,
  TemporalConvolution,
  TemporalRowConvolution,
  tables,
  VolumetricConvolution,
  VolumetricFullConvolution,
} from "../src/index.ts";
import { WindowBlocks } from "../src/windows/WindowBlocks.ts";
import { Windows } from "../src/windows/Windows.ts";

const extents = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 7 }),
  fc.integer({ min: 1, max: 8 }),
);

function dot(a: Tensor, b: Tensor): number {
  return a.contiguous().view(-1).dot(b.contiguous().view(-1));
}

describe("the windows of an input in blocks", () => {
  test("are all of them, each once, at the places that they have in the whole", () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 3 }), (extent, most, stride) => {
        const all = [stride, stride, stride];
        const windows = new Windows({ kernel: [2, 3, 1], stride: all, pad: [1, 1, 0], dilation: [1, 1, 1] });
        windows.fit(...extent, "whole");
        const blocks = new WindowBlocks(windows);
        const starts: number[][] = [];
        blocks.begin(most);
        while (blocks.next()) {
          expect(blocks.first).toBe(starts.length);
          expect(blocks.count).toBeLessThanOrEqual(Math.max(most, windows.outputWidth));
          for (let t = 0; t < blocks.outputTime; t++) {
            for (let h = 0; h < blocks.outputHeight; h++) {
              for (let w = 0; w < blocks.outputWidth; w++) {
                starts.push([t * stride - blocks.padTime, h * stride - blocks.padHeight, w * stride - blocks.padWidth]);
              }
            }
          }
        }
        const expected: number[][] = [];
        for (let t = 0; t < windows.outputTime; t++) {
          for (let h = 0; h < windows.outputHeight; h++) {
            for (let w = 0; w < windows.outputWidth; w++) expected.push([t * stride - 1, h * stride - 1, w * stride]);
          }
        }
        expect(starts).toEqual(expected);
      }),
    );
  });
});

/** Convolutions without padding, and inputs whose windows are more than one block. */
const large: readonly [name: string, make: () => Module, size: readonly number[], along: number, kernel: number][] = [
  ["SpatialConvolution", () => new SpatialConvolution(40, 2, 3, 3), [2, 40, 60, 50], 2, 3],
  ["SpatialDepthWiseConvolution", () => new SpatialDepthWiseConvolution(40, 2, 3, 3), [2, 40, 60, 50], 2, 3],
  ["SpatialConvolutionMap", () => new SpatialConvolutionMap(tables.random(40, 4, 9), 3, 3), [2, 40, 60, 50], 2, 3],
  ["VolumetricConvolution", () => new VolumetricConvolution(4, 2, 2, 3, 3), [2, 4, 12, 40, 30], 2, 2],
  ["VolumetricConvolution of large frames", () => new VolumetricConvolution(4, 2, 2, 3, 3), [1, 4, 3, 90, 90], 3, 3],
  ["TemporalConvolution", () => new TemporalConvolution(200, 3, 5), [2, 600, 200], 1, 5],
  ["TemporalRowConvolution", () => new TemporalRowConvolution(200, 5, 1, { featFirst: true }), [2, 200, 600], 2, 5],
];

describe.each(large)("%s of inputs whose windows are more than one block", (_, make, size, along, kernel) => {
  test("gives for a part of the input what it gives there for the whole", () => {
    manualSeed(1);
    const convolution = make().double();
    const x = randn(...size).to("float64");
    const whole = convolution.forward(x).clone();
    const extent = size[along];
    for (const start of [0, Math.floor(extent / 2), extent - kernel]) {
      const part = convolution.forward(x.narrow(along, start, kernel));
      expect(
        part
          .clone()
          .csub(whole.narrow(along, start, 1))
          .norm(),
      ).toBeLessThan(1e-10);
    }
  });
});

describe("a convolution of images whose windows are more than one block", () => {
  test("gives at its edges and between blocks what the kernel gives there", () => {
    manualSeed(1);
    const convolution = new SpatialConvolution(40, 2, 3, 3, 1, 1, 1, 1).double();
    const x = randn(2, 40, 60, 50).to("float64");
    const y = convolution.forward(x);
    for (const [n, o, row, column] of [
      [0, 0, 0, 0],
      [1, 1, 59, 49],
      [0, 1, 13, 20],
      [0, 1, 14, 20],
      [1, 0, 15, 0],
    ]) {
      let expected = convolution.bias?.get(o) ?? 0;
      for (let c = 0; c < 40; c++) {
        for (let h = 0; h < 3; h++) {
          for (let w = 0; w < 3; w++) {
            const [r, s] = [row + h - 1, column + w - 1];
            if (r < 0 || r >= 60 || s < 0 || s >= 50) continue;
            expected += convolution.weight.get(o, c, h, w) * x.get(n, c, r, s);
          }
        }
      }
      expect(y.get(n, o, row, column)).toBeCloseTo(expected, 10);
    }
  });

  test("leads gradients back along the same map", () => {
    manualSeed(2);
    const convolution = new SpatialConvolution(40, 2, 3, 3, 2, 1, 1, 1, { bias: false }).double();
    const x = randn(2, 40, 60, 90).to("float64");
    const y = convolution.forward(x);
    const g = randn(...y.size()).to("float64");
    convolution.zeroGradParameters();
    const gradX = convolution.backward(x, g);
    const product = dot(y, g);
    expect(dot(x, gradX)).toBeCloseTo(product, 7);
    expect(dot(convolution.weight, convolution.gradWeight)).toBeCloseTo(product, 7);
  });
});

const withoutBias = { bias: false };

describe("convolutions of inputs that are too large to be unfolded at once", () => {
  test.each([
    [
      "in blocks of times",
      () => new VolumetricConvolution(20, 3, 3, 3, 3, 1, 2, 1, 1, 1, 1, withoutBias),
      [20, 12, 9, 11],
    ],
    [
      "in rows of a time",
      () => new VolumetricConvolution(20, 3, 2, 3, 3, 2, 1, 1, 1, 1, 1, withoutBias),
      [20, 5, 40, 30],
    ],
    [
      "to volumes",
      () => new VolumetricFullConvolution(3, 20, 3, 3, 3, 1, 2, 1, 1, 1, 1, 0, 1, 0, withoutBias),
      [3, 6, 15, 20],
    ],
    ["to images", () => new SpatialFullConvolution(2, 40, 3, 3, 2, 1, 1, 1, 1, 0, withoutBias), [2, 60, 45]],
    ["plane by plane", () => new SpatialDepthWiseConvolution(2, 2, 5, 5, 1, 1, 2, 1, withoutBias), [2, 130, 120]],
    [
      "by some planes at a time",
      () => new SpatialDepthWiseConvolution(7, 1, 5, 5, 1, 1, 2, 1, withoutBias),
      [7, 70, 60],
    ],
    ["by connections", () => new SpatialConvolutionMap(tables.full(4, 2), 5, 5, 1, 1, withoutBias), [4, 80, 70]],
    [
      "by connections to images",
      () => new SpatialFullConvolutionMap(tables.full(2, 4), 5, 5, 1, 1, withoutBias),
      [2, 80, 70],
    ],
    ["over frames", () => new TemporalConvolution(2, 3, 30, 2, withoutBias), [12_003, 2]],
    ["over rows of frames", () => new TemporalRowConvolution(30, 7, 1, withoutBias), [900, 30]],
    ["over rows of features", () => new TemporalRowConvolution(30, 7, 1, { featFirst: true, bias: false }), [30, 1500]],
  ])("%s lead gradients back along the same map, in bounded memory", (_, make, size) => {
    manualSeed(3);
    const convolution = make().double();
    const x = randn(2, ...size).to("float64");
    const y = convolution.forward(x);
    const single = convolution.forward(x.select(0, 1)).clone();
    expect(convolution.forward(x).select(0, 1).dist(single)).toBeLessThan(1e-9);
    const g = randn(...y.size()).to("float64");
    convolution.zeroGradParameters();
    const gradX = convolution.backward(x, g);
    const product = dot(y, g);
    expect(dot(x, gradX)).toBeCloseTo(product, 7);
    expect(dot(convolution.weight, convolution.gradWeight)).toBeCloseTo(product, 7);
    // All that convolutions of this file have asked for so far.
    expect(sharedColumns(new Float64Array(0), 0).length).toBeLessThanOrEqual(2 ** 18);
  });
});
