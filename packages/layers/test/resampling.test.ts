import { ones, randn, range, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  PixelShuffle,
  SpatialReflectionPadding,
  SpatialReplicationPadding,
  SpatialUpSamplingBilinear,
  SpatialUpSamplingNearest,
  SpatialZeroPadding,
  UpSampling,
  VolumetricReplicationPadding,
} from "../src/index.ts";

test("all four sides of a padding are the first unless told otherwise", () => {
  const x = zeros(1, 3, 4);
  expect(new SpatialZeroPadding(1).forward(x).size()).toEqual([1, 5, 6]);
  expect(new SpatialReflectionPadding(1, 0).forward(x).size()).toEqual([1, 5, 5]);
  expect(new SpatialReplicationPadding(1, 0, 2).forward(x).size()).toEqual([1, 6, 5]);
  expect(new VolumetricReplicationPadding(2, 0, 0).forward(zeros(1, 1, 3, 4)).size()).toEqual([1, 5, 5, 6]);
});

test("numbers below 0 crop, also what a border is made of and everything", () => {
  const x = range(1, 4).view(1, 1, 4);
  expect(new SpatialZeroPadding(-1, -2, 0, 0).forward(x).toArray()).toEqual([[[2]]]);
  expect(new SpatialReflectionPadding(-3, 3, 0, 0).forward(x).toArray()).toEqual([[[4, 3, 2, 1]]]);
  expect(new SpatialReplicationPadding(-1, 1, 0, 0).forward(x).toArray()).toEqual([[[2, 3, 4, 4]]]);
  expect(new SpatialZeroPadding(-5, 6, 0, 0).forward(x).toArray()).toEqual([[[0, 0, 0, 0, 0]]]);
  expect(new SpatialReflectionPadding(-5, 3, 0, 0).forward(x).toArray()).toEqual([[[2, 1]]]);
  expect(new SpatialReplicationPadding(-5, 6, 0, 0).forward(x).toArray()).toEqual([[[4, 4, 4, 4, 4]]]);
});

test("the gradient of a padding counts how often each element is in the output", () => {
  const x = zeros(1, 1, 3);
  const counts = (padding: SpatialZeroPadding | SpatialReflectionPadding | SpatialReplicationPadding) =>
    padding.backward(x, ones(...padding.forward(x).size())).toArray();
  expect(counts(new SpatialZeroPadding(2, 2, 0, 1))).toEqual([[[1, 1, 1]]]);
  expect(counts(new SpatialZeroPadding(-1, 2, 0, 0))).toEqual([[[0, 1, 1]]]);
  expect(counts(new SpatialReflectionPadding(2, 1, 0, 0))).toEqual([[[1, 3, 2]]]);
  expect(counts(new SpatialReplicationPadding(2, 1, 0, 1))).toEqual([[[6, 2, 4]]]);
});

test("a border that mirrors more than there is, and nothing left, are refused before anything is written", () => {
  const reflection = new SpatialReflectionPadding(2, 1, 0, 0);
  const y = reflection.forward(range(1, 3).view(1, 1, 3));
  expect(() => reflection.forward(zeros(1, 1, 2))).toThrow(
    "SpatialReflectionPadding(l=2, r=1, t=0, b=0): expected an image with more rows and columns than are mirrored at one side, got [1, 1, 2]",
  );
  expect(() => reflection.forward(zeros(3))).toThrow("expected [C, H, W] or [N, C, H, W], got [3]");
  expect(y.toArray()).toEqual([[[3, 2, 1, 2, 3, 2]]]);
  expect(() => new SpatialZeroPadding(-1, -1, 0, 0).forward(zeros(2, 3, 2))).toThrow(
    "SpatialZeroPadding(l=-1, r=-1, t=0, b=0): expected an input with an output size of at least 1 in each dimension, computed [3, 0] for [2, 3, 2]",
  );
  expect(() => new VolumetricReplicationPadding(0, 0, 0, 0, -1, -1).forward(zeros(1, 2, 3, 3))).toThrow(
    "computed [0, 3, 3] for [1, 2, 3, 3]",
  );
  expect(() => new VolumetricReplicationPadding(1).forward(zeros(2, 3, 3))).toThrow("[C, D, H, W] or [N, C, D, H, W]");
});

test("a padding is whole", () => {
  expect(() => new SpatialZeroPadding(0.5)).toThrow("SpatialZeroPadding: expected a padding, a whole number, got 0.5");
  expect(() => new VolumetricReplicationPadding(1, 1, Number.NaN)).toThrow("expected a padding");
});

test("a backward that does not belong to the last forward is refused", () => {
  const padding = new SpatialZeroPadding(1);
  const x = zeros(2, 3, 3);
  padding.forward(x);
  expect(() => padding.backward(x, zeros(2, 3, 3))).toThrow("gradOutput of the output's size [2, 5, 5], got [2, 3, 3]");
  expect(() => padding.backward(zeros(1, 3, 3), zeros(2, 5, 5))).toThrow("the input of the last forward");
  const shuffle = new PixelShuffle(2);
  shuffle.forward(zeros(4, 2, 2));
  expect(() => shuffle.backward(zeros(4, 2, 3), zeros(1, 4, 4))).toThrow("the input of the last forward");
});

test("an input of one size more changes the output, and back", () => {
  const larger = new UpSampling(2);
  expect(larger.forward(ones(1, 1, 1, 2)).size()).toEqual([1, 1, 2, 4]);
  expect(larger.forward(ones(1, 1, 1, 1, 2)).size()).toEqual([1, 1, 2, 2, 4]);
  expect(larger.forward(ones(1, 1, 1, 2)).size()).toEqual([1, 1, 2, 4]);
  const padding = new SpatialReplicationPadding(1);
  expect(padding.forward(ones(1, 2, 3)).size()).toEqual([1, 4, 5]);
  expect(padding.forward(ones(1, 3, 2)).sum()).toBe(20);
});

test("PixelShuffle refuses planes that do not fill blocks", () => {
  expect(() => new PixelShuffle(2).forward(zeros(6, 2, 2))).toThrow(
    "PixelShuffle(2): expected [C·4, H, W] or [N, C·4, H, W], got [6, 2, 2]",
  );
  expect(() => new PixelShuffle(0)).toThrow("PixelShuffle: expected a factor of at least 1, a whole number, got 0");
});

test("PixelShuffle puts several planes together in order", () => {
  const x = range(0, 7).view(8, 1, 1);
  expect(new PixelShuffle(2).forward(x).toArray()).toEqual([
    [
      [0, 1],
      [2, 3],
    ],
    [
      [4, 5],
      [6, 7],
    ],
  ]);
});

test("up-sampling by 1, or to the size that is there, changes nothing", () => {
  const x = randn(2, 3, 4);
  expect(new SpatialUpSamplingNearest(1).forward(x).toArray()).toEqual(x.toArray());
  expect(new SpatialUpSamplingBilinear(1).forward(x).toArray()).toEqual(x.toArray());
  expect(new SpatialUpSamplingBilinear({ oheight: 3, owidth: 4 }).forward(x).toArray()).toEqual(x.toArray());
});

test("an infinite element reaches only the places it has a share in", () => {
  const x = tensor([[[1, Infinity, 3]]]);
  expect(new SpatialUpSamplingBilinear(1).forward(x).toArray()).toEqual([[[1, Infinity, 3]]]);
  const larger = new SpatialUpSamplingBilinear({ oheight: 1, owidth: 5 });
  expect(larger.forward(x).toArray()).toEqual([[[1, Infinity, Infinity, Infinity, 3]]]);
});

test("linear up-sampling keeps the corners, takes the first of a dimension of size 1, and makes images smaller too", () => {
  const x = tensor([
    [
      [0, 2, 4],
      [10, 12, 14],
    ],
  ]);
  expect(new SpatialUpSamplingBilinear({ oheight: 3, owidth: 2 }).forward(x).toArray()).toEqual([
    [
      [0, 4],
      [5, 9],
      [10, 14],
    ],
  ]);
  expect(new SpatialUpSamplingBilinear({ oheight: 1, owidth: 5 }).forward(x).toArray()).toEqual([[[0, 1, 2, 3, 4]]]);
});

test("the gradient of linear up-sampling shares out all of gradOutput", () => {
  const volumes = new UpSampling({ odepth: 5, oheight: 4, owidth: 3 }, "trilinear").double();
  const x = randn(1, 2, 3, 2, 2).to("float64");
  const gradOutput = randn(...volumes.forward(x).size()).to("float64");
  expect(volumes.backward(x, gradOutput).sum()).toBeCloseTo(gradOutput.sum(), 12);
});

test("bilinear and trilinear are other names for linear", () => {
  const x = randn(2, 1, 3, 2);
  const linear = new UpSampling(2, "linear").forward(x).toArray();
  expect(new UpSampling(2, "bilinear").forward(x).toArray()).toEqual(linear);
  expect(new UpSampling(2, "trilinear").forward(x).toArray()).toEqual(linear);
  expect(new SpatialUpSamplingBilinear(2).forward(x).toArray()).toEqual(linear);
});

test("up-sampling refuses settings that make no sense", () => {
  expect(() => new SpatialUpSamplingNearest(1.5)).toThrow(
    "SpatialUpSamplingNearest: expected a factor of at least 1, a whole number, got 1.5",
  );
  expect(() => new UpSampling({ oheight: 2, owidth: 2 })).toThrow(
    "UpSampling: expected a factor for the mode nearest, got a size",
  );
  expect(() => new UpSampling({ oheight: 2, owidth: 0 }, "linear")).toThrow(
    "UpSampling: expected a width of at least 1",
  );
  expect(() => {
    Reflect.construct(UpSampling, [2, "cubic"]);
  }).toThrow("UpSampling: expected one of the modes nearest, linear, bilinear, trilinear, got cubic");
  expect(() => {
    Reflect.construct(SpatialUpSamplingBilinear, [{ odepth: 2, oheight: 2, owidth: 2 }]);
  }).toThrow('SpatialUpSamplingBilinear: expected options named oheight, owidth, got "odepth"');
  expect(() => {
    Reflect.construct(SpatialUpSamplingBilinear, [{ oheight: 2 }]);
  }).toThrow("expected a width of at least 1");
});

test("up-sampling refuses inputs of other sizes", () => {
  expect(() => new UpSampling({ oheight: 2, owidth: 2 }, "linear").forward(zeros(1, 1, 2, 2, 2))).toThrow(
    "UpSampling(2x2, linear): expected [N, C, H, W], as no depth was given for volumes, got [1, 1, 2, 2, 2]",
  );
  expect(() => new UpSampling(2).forward(zeros(1, 2, 2))).toThrow(
    "UpSampling(2x, nearest): expected [N, C, H, W] or [N, C, D, H, W], got [1, 2, 2]",
  );
  expect(() => new SpatialUpSamplingNearest(2).forward(zeros(2, 2))).toThrow(
    "SpatialUpSamplingNearest(2): expected [C",
  );
});

test("padding and up-sampling print as in Torch", () => {
  expect(String(new SpatialReplicationPadding(1, 2, 3, -4))).toBe("nn.SpatialReplicationPadding(l=1, r=2, t=3, b=-4)");
  expect(String(new VolumetricReplicationPadding(1, 2, 3, 4, 5, 6))).toBe(
    "nn.VolumetricReplicationPadding(left=1, right=2, top=3, bottom=4, front=5, back=6)",
  );
  expect(String(new SpatialUpSamplingBilinear(2))).toBe("nn.SpatialUpSamplingBilinear(2)");
  expect(String(new SpatialUpSamplingBilinear({ oheight: 5, owidth: 4 }))).toBe("nn.SpatialUpSamplingBilinear(5, 4)");
  expect(String(new SpatialUpSamplingNearest(2))).toBe("nn.SpatialUpSamplingNearest");
  expect(String(new UpSampling(2))).toBe("nn.UpSampling(2x, nearest)");
  expect(String(new UpSampling({ odepth: 3, oheight: 5, owidth: 4 }, "trilinear"))).toBe(
    "nn.UpSampling(3x5x4, linear)",
  );
});
