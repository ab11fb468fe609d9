import { ArgumentError, DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { SpatialConvolution, SpatialFullConvolution, VolumetricFullConvolution } from "../src/index.ts";

test("SpatialFullConvolution computes what leads the gradients of SpatialConvolution back, plus a bias", () => {
  manualSeed(1);
  const convolution = new SpatialConvolution(2, 3, 3, 2, 2, 1, 1, 0);
  const full = new SpatialFullConvolution(3, 2, 3, 2, 2, 1, 1, 0);
  full.weight.copy(convolution.weight);
  const x = randn(2, 2, 4, 5);
  const y = convolution.forward(x).clone();
  const expected = convolution.backward(x, y);
  const given = full.forward(y).clone();
  full.bias?.zero();
  expect(full.forward(y).dist(expected)).toBeLessThan(1e-4);
  full.bias?.fill(3);
  expect(full.forward(y).csub(expected).add(-3).abs().max()).toBeLessThan(1e-4);
  expect(given.size()).toEqual([2, 2, 4, 5]);
});

test("adjustments make the output larger at its end, where the bias alone reaches", () => {
  const full = new SpatialFullConvolution(1, 1, 1, 1, 3, 2, 0, 0, 2, 1);
  expect([full.adjW, full.adjH]).toEqual([2, 1]);
  full.weight.fill(1);
  full.bias?.fill(5);
  expect(full.forward(ones(1, 1, 2)).toArray()).toEqual([
    [
      [6, 5, 5, 6, 5, 5],
      [5, 5, 5, 5, 5, 5],
    ],
  ]);
});

test("padding above and below is not that on the sides when left out, as in Torch", () => {
  const { padW, padH } = new SpatialFullConvolution(1, 1, 3, 3, 1, 1, 1);
  expect([padW, padH]).toEqual([1, 0]);
  const { padT, padW: w, padH: h, adjT } = new VolumetricFullConvolution(1, 1, 3, 3, 3, 2, 1, 1, 1, 0, 0, 1);
  expect([padT, w, h, adjT]).toEqual([1, 0, 0, 1]);
});

test("a target says how large the output is, and gets zeros for a gradient", () => {
  manualSeed(2);
  const full = new SpatialFullConvolution(2, 3, 3, 3, 2, 3, 1, 1);
  const x = randn(2, 4, 4);
  const target = ones(7, 12, 8);
  const y = full.forward([x, target]);
  expect(y.size()).toEqual([3, 12, 8]);
  const [gradX, gradTarget] = full.backward([x, target], y);
  expect(gradX.size()).toEqual([2, 4, 4]);
  expect(gradTarget.equal(zeros(7, 12, 8))).toBe(true);

  const adjusted = new SpatialFullConvolution(2, 3, 3, 3, 2, 3, 1, 1, 1, 2);
  adjusted.weight.copy(full.weight);
  if (full.bias !== undefined) adjusted.bias?.copy(full.bias);
  expect(adjusted.forward(x).equal(y)).toBe(true);
  expect(adjusted.backward(x, y).equal(gradX)).toBe(true);
  expect(adjusted.gradWeight.equal(full.gradWeight)).toBe(true);
});

test("a target that is smaller than the kernel is counted from the stride down", () => {
  const full = new SpatialFullConvolution(1, 1, 5, 5, 4, 4);
  expect(full.forward([ones(1, 1, 1), ones(2, 3)]).size()).toEqual([1, 6, 7]);
});

test("inputs with and without a target may follow each other", () => {
  const full = new VolumetricFullConvolution(1, 2, 2, 2, 2, 2, 2, 2);
  const x = ones(1, 1, 2, 1);
  const target = ones(2, 3, 5, 3);
  const plain = full.forward(x).clone();
  const gradient = full.backward(x, plain).clone();
  const y = full.forward([x, target]).clone();
  expect(y.size()).toEqual([2, 3, 5, 3]);
  expect(full.backward([x, target], y)).toHaveLength(2);
  expect(full.clearState().gradInput).not.toBeInstanceOf(Array);
  expect(full.forward(x).equal(plain)).toBe(true);
  expect(full.backward(x, plain).equal(gradient)).toBe(true);
  full.needsGradInput = false;
  full.forward([x, target]);
  full.backward([x, target], y);
  full.needsGradInput = true;
  expect(full.backward([x, target], y)).toHaveLength(2);
});

test("a gradient has the type of its input", () => {
  const full = new SpatialFullConvolution(1, 1, 1, 1);
  const x = ones(1, 2, 2);
  const y = full.forward(x);
  const gradient: Tensor = full.backward(x, y);
  full.forward([x, x]);
  const [first, second]: readonly [Tensor, Tensor] = full.backward([x, x], y);
  expect([gradient, first, second].map((each) => each.size())).toEqual([x.size(), x.size(), x.size()]);
  // @ts-expect-error: a table of one
  expect(() => full.forward([x])).toThrow(ShapeError);
});

test("full convolutions print as in Torch", () => {
  expect(String(new SpatialFullConvolution(1, 2, 3, 4))).toBe("nn.SpatialFullConvolution(1 -> 2, 3x4)");
  expect(String(new SpatialFullConvolution(1, 2, 3, 4, 2, 3, 0, 0, 1, 2))).toBe(
    "nn.SpatialFullConvolution(1 -> 2, 3x4, 2,3, 1,2)",
  );
  expect(String(new VolumetricFullConvolution(1, 2, 3, 4, 5, 2, 2, 2, 0, 1, 0, 1, 0, 1).noBias())).toBe(
    "nn.VolumetricFullConvolution(1 -> 2, 3x4x5, 2,2,2, 0,1,0, 1,0,1) without bias",
  );
});

test("without a bias, parameters can be drawn anew", () => {
  const full = new VolumetricFullConvolution(1, 2, 2, 2, 2).noBias();
  expect(full.reset(0.1).parameters()[0]).toHaveLength(1);
  expect(full.weight.abs().max()).toBeLessThanOrEqual(0.1 * Math.sqrt(3));
});

test("full convolutions refuse adjustments that are not below the stride", () => {
  expect(() => new SpatialFullConvolution(1, 1, 3, 3, 2, 2, 0, 0, 2)).toThrow(
    "SpatialFullConvolution: expected an adjustment of whole numbers from 0 and below the stride 2x2, got 2x0",
  );
  expect(() => new VolumetricFullConvolution(1, 1, 3, 3, 3, 2, 2, 2, 0, 0, 0, 0, 0, -1)).toThrow(ArgumentError);
  expect(() => new SpatialFullConvolution(1, 0, 3, 3)).toThrow("expected 1 or more planes in and out, got 1 and 0");
});

test("full convolutions name what they expect, and change nothing else", () => {
  const full = new SpatialFullConvolution(2, 1, 2, 2, 1, 1, 1, 1);
  const x = ones(2, 3, 3);
  const y = full.forward(x).clone();
  expect(() => full.forward(ones(3, 3, 3))).toThrow(
    "SpatialFullConvolution(2 → 1, 2x2, 1,1, 1,1): expected [2, H, W] or [N, 2, H, W], got [3, 3, 3]",
  );
  expect(() => full.forward(ones(2, 1, 3))).toThrow("computed [0, 2] for [2, 1, 3]");
  expect(() => full.forward([x, ones(3)])).toThrow(
    "with the output's extents in its last 2 dimensions, got {[2, 3, 3], [3]}",
  );
  expect(() => full.forward([x, ones([3, 3], { dtype: "float64" })])).toThrow(DTypeError);
  expect(() => full.backward(x, ones(1, 3, 3))).toThrow("expected a gradOutput of the output's size [1, 2, 2]");
  expect(() => full.backward(ones(2, 4, 3), y)).toThrow("the input of the last forward");
  expect(full.output.equal(y)).toBe(true);
  expect(full.gradBias?.get(0)).toBe(0);
});
