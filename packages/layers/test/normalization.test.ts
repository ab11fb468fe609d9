import { manualSeed, ones, randn, range, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  Normalize,
  SpatialContrastiveNormalization,
  SpatialCrossMapLRN,
  SpatialDivisiveNormalization,
  SpatialSubtractiveNormalization,
} from "../src/index.ts";

test("rows that Normalize gives have a norm of 1, whatever p is", () => {
  manualSeed(1);
  const x = randn(3, 5);
  for (const p of [0.5, 1, 1.5, 2, 3, 4, Infinity]) {
    const norms = new Normalize(p).forward(x).norm(p, 1, { keepDim: false });
    for (const norm of norms.toArray()) expect(norm).toBeCloseTo(1, 4);
  }
});

test("Normalize leaves a vector of zeros as it is, with gradients that are finite", () => {
  for (const p of [1, 1.5, 2, 3, Infinity]) {
    const normalize = new Normalize(p).double();
    const x = zeros(2).to("float64");
    expect(normalize.forward(x).toArray()).toEqual([0, 0]);
    expect(normalize.backward(x, ones(2).to("float64")).toArray().every(Number.isFinite)).toBe(true);
  }
});

test("of equal largest magnitudes, Normalize takes the first for the norm", () => {
  const normalize = new Normalize(Infinity, 0);
  const x = tensor([1, -2, 2]);
  expect(normalize.forward(x).toArray()).toEqual([0.5, -1, 1]);
  expect(normalize.backward(x, tensor([0, 0, 4])).toArray()).toEqual([0, 2, 2]);
});

test("Normalize prints as in Torch", () => {
  expect(String(new Normalize(2))).toBe("nn.Normalize(2)");
  expect(String(new Normalize(1.5))).toBe("nn.Normalize(1.500000)");
  expect(String(new Normalize(Infinity))).toBe("nn.Normalize(inf)");
});

test("Normalize refuses norms and inputs that make no sense, and keeps its output then", () => {
  expect(() => new Normalize(0)).toThrow("Normalize: expected a norm p above 0, got 0");
  expect(() => new Normalize(Number.NaN)).toThrow("got NaN");
  expect(() => new Normalize(2, -1)).toThrow("Normalize: expected an eps of at least 0, got -1");
  const normalize = new Normalize(2);
  const y = normalize.forward(tensor([0, 5]));
  expect(() => normalize.forward(zeros(1, 2, 3))).toThrow("Normalize(2): expected [C] or [N, C], got [1, 2, 3]");
  expect(() => normalize.backward(zeros(2), zeros(3))).toThrow("gradOutput of the output's size [2], got [3]");
  expect(() => normalize.backward(zeros(3), zeros(2))).toThrow("the input of the last forward");
  expect(y.toArray()).toEqual([0, 1]);
});

test("SpatialCrossMapLRN sums over the planes that are there", () => {
  const x = tensor([1, 2, 4]).view(3, 1, 1);
  const y = new SpatialCrossMapLRN(3, 3, 1, 0).forward(x);
  for (const [c, sum] of [1 + 4, 1 + 4 + 16, 4 + 16].entries()) {
    expect(y.get(c, 0, 0)).toBeCloseTo(x.get(c, 0, 0) / sum, 6);
  }
});

test("SpatialCrossMapLRN gives the same by roots as by powers", () => {
  const x = randn(4, 2, 3).to("float64");
  const byRoots = new SpatialCrossMapLRN(3, 2, 0.75).double();
  const byPowers = new SpatialCrossMapLRN(3, 2, 0.75 + 1e-15).double();
  expect(byRoots.forward(x).dist(byPowers.forward(x))).toBeLessThan(1e-13);
  expect(byRoots.backward(x, x).dist(byPowers.backward(x, x))).toBeLessThan(1e-13);
});

test("SpatialCrossMapLRN refuses settings and inputs that make no sense", () => {
  expect(() => new SpatialCrossMapLRN(4)).toThrow("SpatialCrossMapLRN: expected an odd number of planes, got 4");
  expect(() => new SpatialCrossMapLRN(3, Number.NaN)).toThrow(
    "SpatialCrossMapLRN: expected a number as alpha, got NaN",
  );
  const normalization = new SpatialCrossMapLRN(5);
  expect(() => normalization.forward(zeros(2, 2))).toThrow(
    "SpatialCrossMapLRN(5, 0.0001, 0.75, 1): expected [C, H, W] or [N, C, H, W], got [2, 2]",
  );
  normalization.forward(zeros(2, 2, 2));
  expect(() => normalization.backward(zeros(2, 2, 3), zeros(2, 2, 2))).toThrow("the input of the last forward");
  expect(String(normalization)).toBe("nn.SpatialCrossMapLRN");
});

test("a kernel stays as it is, and its sum does not matter", () => {
  const kernel = tensor([
    [1, 2, 1],
    [2, 4, 2],
    [1, 2, 1],
  ]).to("float64");
  const x = randn(2, 4, 5).to("float64");
  for (const Class of [
    SpatialSubtractiveNormalization,
    SpatialDivisiveNormalization,
    SpatialContrastiveNormalization,
  ]) {
    const y = new Class(2, kernel).double().forward(x);
    expect(kernel.sum()).toBe(16);
    expectClose(new Class(2, kernel.clone().mul(7)).double().forward(x), y);
  }
});

test("a vector of weights is the matrix of its products", () => {
  const vector = tensor([1, 2, 1]);
  const matrix = tensor([
    [1, 2, 1],
    [2, 4, 2],
    [1, 2, 1],
  ]);
  manualSeed(2);
  const x = randn(3, 5, 6).to("float64");
  for (const Class of [
    SpatialSubtractiveNormalization,
    SpatialDivisiveNormalization,
    SpatialContrastiveNormalization,
  ]) {
    const [separate, whole] = [new Class(3, vector).double(), new Class(3, matrix).double()];
    expectClose(separate.forward(x), whole.forward(x));
    expectClose(separate.backward(x, x), whole.backward(x, x));
  }
});

test("without a kernel, a neighbourhood is 9 by 9 pixels alike", () => {
  const x = randn(1, 10, 11);
  for (const Class of [
    SpatialSubtractiveNormalization,
    SpatialDivisiveNormalization,
    SpatialContrastiveNormalization,
  ]) {
    expectClose(new Class().forward(x), new Class(1, ones(9, 9)).forward(x));
  }
});

test("the local mean of a constant image is that constant, at the edges too", () => {
  for (const kernel of [ones(3, 5), ones(5)]) {
    const normalization = new SpatialSubtractiveNormalization(2, kernel).double();
    const y = normalization.forward(ones(2, 3, 2).to("float64"));
    expect(Math.max(...y.abs().view(-1).toArray().map(Number))).toBeLessThan(1e-7);
  }
});

test("a kernel is not turned round", () => {
  const kernel = tensor([[0, 0, 1]]);
  const x = tensor([[[1, 2, 4, 8]]]);
  const normalization = new SpatialSubtractiveNormalization(1, kernel);
  expect(normalization.forward(x).narrow(2, 0, 3).toArray()).toEqual([[[-1, -2, -4]]]);
});

test("images narrower than a row of vectors, and then wider ones, have their own edges", () => {
  const normalization = new SpatialSubtractiveNormalization(1, ones(3, 3));
  expect(normalization.forward(range(1, 2).view(1, 1, 2)).toArray()).toEqual([[[-0.5, 0.5]]]);
  expect(normalization.forward(range(1, 5).view(1, 1, 5)).toArray()).toEqual([[[-0.5, 0, 0, 0, 0.5]]]);
  expect(normalization.forward(range(1, 2).view(1, 2, 1)).toArray()).toEqual([[[-0.5], [0.5]]]);
});

test("the edges are those of the dtype that a module was converted to", () => {
  const x = randn(1, 4, 5);
  const converted = new SpatialSubtractiveNormalization(1, ones(1, 3));
  converted.forward(x);
  const y = converted.double().forward(ones(1, 4, 5).to("float64"));
  expect(y.dtype).toBe("float64");
  // The weights themselves are those of single precision, in the sums and in the shares.
  expect(Math.max(...y.abs().view(-1).toArray().map(Number))).toBe(0);
});

test("deviations up to the threshold are replaced, by the threshold unless told otherwise", () => {
  const x = tensor([[[3, 0.5]]]);
  const kernel = ones(1, 1);
  expect(new SpatialDivisiveNormalization(1, kernel, 1, 0.25).forward(x).toArray()).toEqual([[[1, 2]]]);
  expect(new SpatialDivisiveNormalization(1, kernel, 2).forward(x).toArray()).toEqual([[[1, 0.25]]]);
  expect(new SpatialDivisiveNormalization(1, kernel, 3, 4).forward(x).toArray()).toEqual([[[0.75, 0.125]]]);
  const divisive = new SpatialDivisiveNormalization(1, kernel, 1, 0.25);
  divisive.forward(x);
  expectClose(divisive.backward(x, ones(1, 1, 2)), tensor([[[0, 4]]]));
});

test("an image of zeros has no gradient through its deviation", () => {
  const divisive = new SpatialDivisiveNormalization(1, ones(3), 0.5, 2);
  const x = zeros(1, 2, 2);
  divisive.forward(x);
  expect(divisive.backward(x, ones(1, 2, 2)).toArray()).toEqual([
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
  ]);
});

test("SpatialContrastiveNormalization is the subtractive one, then the divisive one", () => {
  manualSeed(3);
  const kernel = tensor([1, 3, 2]);
  const x = randn(2, 2, 5, 4);
  const both = new SpatialContrastiveNormalization(2, kernel, 0.5, 0.75);
  const subtractive = new SpatialSubtractiveNormalization(2, kernel);
  const divisive = new SpatialDivisiveNormalization(2, kernel, 0.5, 0.75);
  expect(both.forward(x).toArray()).toEqual(divisive.forward(subtractive.forward(x)).toArray());
  both.clearState();
  expect(both.forward(x).toArray()).toEqual(divisive.output.toArray());
});

test("local normalisations refuse kernels and planes that make no sense", () => {
  for (const Class of [
    SpatialSubtractiveNormalization,
    SpatialDivisiveNormalization,
    SpatialContrastiveNormalization,
  ]) {
    const { name } = Class;
    expect(() => new Class(1, ones(3, 4))).toThrow(
      `${name}: expected a kernel [kH, kW] or [k] of odd sizes, got [3, 4]`,
    );
    expect(() => new Class(1, ones(3, 3, 3))).toThrow(`${name}: expected a kernel [kH, kW] or [k] of odd sizes`);
    expect(() => new Class(1, tensor([-1, 2, -1]))).toThrow(
      `${name}: expected a kernel whose weights do not add up to 0, got a sum of 0`,
    );
    expect(() => new Class(0)).toThrow(`${name}: expected a number of planes of at least 1`);
    const normalization = new Class(2, ones(3, 5));
    expect(() => normalization.forward(zeros(3, 4, 4))).toThrow(
      `${name}(2, 3x5): expected [2, H, W] or [N, 2, H, W], got [3, 4, 4]`,
    );
    normalization.forward(zeros(2, 4, 4));
    expect(() => normalization.backward(zeros(2, 4, 4), zeros(2, 4, 3))).toThrow("gradOutput of the output's size");
    expect(() => normalization.backward(zeros(2, 4, 3), zeros(2, 4, 4))).toThrow("the input of the last forward");
    expect(String(normalization)).toBe(`nn.${name}`);
  }
  expect(() => new SpatialDivisiveNormalization(1, ones(3), Number.NaN)).toThrow("expected a number as threshold");
  expect(() => new SpatialContrastiveNormalization(1, ones(3), 1, Number.NaN)).toThrow("expected a number as thresval");
});

function expectClose(actual: Tensor, expected: Tensor): void {
  expect(actual.size()).toEqual(expected.size());
  expect(actual.dist(expected)).toBeLessThan(1e-6);
}
