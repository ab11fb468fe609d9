import { ArgumentError, Generator, manualSeed, ones, randn, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { CMul, Dropout, Linear, LogSoftMax, ReLU, Sigmoid, SoftMax, Sum, Tanh, Threshold, View } from "../src/index.ts";

test("in place, ReLU overwrites input and gradOutput", () => {
  const relu = new ReLU({ inplace: true });
  const x = tensor([-1, 2]);
  const g = tensor([5, 6]);
  expect(relu.forward(x).storage()).toBe(x.storage());
  expect(x.toArray()).toEqual([0, 2]);
  expect(relu.backward(x, g).storage()).toBe(g.storage());
  expect(g.toArray()).toEqual([0, 6]);
});

test("clearState after working in place leaves the caller's tensors alone", () => {
  const relu = new ReLU({ inplace: true });
  const x = tensor([-1, 2]);
  relu.forward(x);
  relu.clearState();
  expect(x.size()).toEqual([2]);
});

test("Threshold refuses values that could not be undone in place, and what is no number", () => {
  expect(() => new Threshold(0, 1, { inplace: true })).toThrow(
    "expected a value up to the threshold 0 in place, got 1",
  );
  // @ts-expect-error: a threshold that is no number
  expect(() => new Threshold("0")).toThrow(ArgumentError);
  expect(() => new Threshold(Number.NaN)).toThrow(ArgumentError);
  expect([String(new Threshold(1, 2)), String(new ReLU())]).toEqual(["nn.Threshold", "nn.ReLU"]);
  expect([new Threshold(1, 2).describe(), new ReLU().describe()]).toEqual(["Threshold(1, 2)", "ReLU"]);
});

test("transfer functions saturate without overflow", () => {
  const far = tensor([-1e4, 1e4]);
  expect(new Sigmoid().forward(far).toArray()).toEqual([0, 1]);
  expect(new Tanh().forward(far).toArray()).toEqual([-1, 1]);
  expect(new SoftMax().forward(far).toArray()).toEqual([0, 1]);
  expect(new LogSoftMax().forward(far).toArray()).toEqual([-2e4, 0]);
});

test("transfer functions refuse a gradOutput of another size and an input of another dtype", () => {
  for (const module of [new Tanh(), new ReLU(), new SoftMax(), new Sum(0), new Dropout()]) {
    const x = ones(2, 3);
    module.forward(x);
    expect(() => module.backward(x, ones(5, 5))).toThrow("expected a gradOutput of the output's size");
    expect(() => module.forward(ones([2, 3], { dtype: "float64" }))).toThrow("expected a float32 input, got float64");
    expect(() => module.forward(ones([2, 3], { dtype: "int32" }))).toThrow("got int32");
  }
});

test("SoftMax takes 1 to 4 dimensions", () => {
  expect(() => new SoftMax().forward(zeros(1, 1, 1, 1, 1))).toThrow(
    "SoftMax: expected [C], [N, C], [C, H, W] or [N, C, H, W], got [1, 1, 1, 1, 1]",
  );
  expect(() => new LogSoftMax().forward(tensor([]))).toThrow(ShapeError);
});

test("CMul refuses inputs that its weight does not expand to", () => {
  const module = new CMul(2, 3);
  expect(() => module.forward(zeros(2, 4))).toThrow("CMul(2x3): expected [2, 3], sizes that it expands to, or a batch");
  expect(String(module)).toBe("nn.CMul");
  expect(new CMul([2, 3]).weight.size()).toEqual([2, 3]);
  expect(module.reset(0.5).weight.max()).toBeLessThanOrEqual(0.5 * Math.sqrt(3));
});

test("Sum counts its dimension from the second on in a batch, and refuses one that is not there", () => {
  expect(
    new Sum(0, { nInputDims: 1 })
      .forward(
        tensor([
          [1, 2],
          [3, 4],
        ]),
      )
      .toArray(),
  ).toEqual([3, 7]);
  expect(new Sum(0, { nInputDims: 1 }).forward(tensor([1, 2])).toArray()).toEqual([3]);
  expect(() => new Sum(2).forward(zeros(2, 2))).toThrow(ShapeError);
  const sum = new Sum(0);
  sum.forward(zeros(2, 2));
  sum.clearState();
  expect(sum.forward(ones(2, 2)).toArray()).toEqual([2, 2]);
});

test("View keeps samples apart, infers a size, and drops a batch of one unless told", () => {
  expect(new View(2, 3).forward(zeros(4, 6)).size()).toEqual([4, 2, 3]);
  expect(new View(-1, 3).forward(zeros(4, 6)).size()).toEqual([8, 3]);
  expect(new View(6).forward(zeros(1, 2, 3)).size()).toEqual([6]);
  expect(
    new View(6)
      .setNumInputDims(2)
      .forward(zeros(1, 2, 3))
      .size(),
  ).toEqual([1, 6]);
  expect(new View(6).resetSize(3, 2).forward(zeros(6)).size()).toEqual([3, 2]);
  expect(String(new View([-1, 3]))).toBe("nn.View(-1, 3)");
});

test("View refuses what does not fit, is not contiguous, or is no size", () => {
  expect(() => new View(7).forward(zeros(2, 5))).toThrow(
    "expected an input of a multiple of 7 elements for [7], got [2, 5]",
  );
  expect(() => new View(6).forward(zeros(3, 2).t())).toThrow("expected a contiguous tensor");
  const view = new View(6);
  view.forward(zeros(2, 3));
  expect(() => view.backward(zeros(2, 3), zeros(5))).toThrow("a gradOutput of the output's size [6], got [5]");
  expect(() => view.backward(zeros(2, 3), zeros([6], { dtype: "float64" }))).toThrow(
    "View(6): expected a float32 gradOutput, got float64",
  );
  expect(() => view.backward(zeros(4, 2), zeros(6))).toThrow("View(6): expected the input of the last forward");
  expect(() => view.backward(zeros(2, 3), zeros(3, 2).t())).toThrow(ShapeError);
  for (const size of [[], [-1, -1], [0], [-2], [1.5]]) expect(() => new View(size)).toThrow(ArgumentError);
  expect(() => view.setNumInputDims(0)).toThrow(ArgumentError);
});

test("Dropout drops about p of the elements and keeps the mean", () => {
  const dropout = new Dropout(0.25, { generator: new Generator(2) });
  const y = dropout.forward(ones(4000));
  expect(y.norm(0) / 4000).toBeCloseTo(0.75, 1);
  expect(y.mean()).toBeCloseTo(1, 1);
  const g = dropout.backward(ones(4000), ones(4000));
  expect(g.equal(y)).toBe(true);
});

test("Dropout with p 0 and Dropout in evaluation draw nothing", () => {
  manualSeed(1);
  const first = randn(1).toArray();
  manualSeed(1);
  expect(new Dropout(0).forward(ones(3)).toArray()).toEqual([1, 1, 1]);
  expect(new Dropout().evaluate().forward(ones(3)).toArray()).toEqual([1, 1, 1]);
  expect(new Dropout(0).backward(ones(0), zeros(0)).nElement()).toBe(0);
  expect(randn(1).toArray()).toEqual(first);
});

test("Dropout with stochastic inference drops in evaluation too", () => {
  const dropout = new Dropout(0.5, { stochasticInference: true, generator: new Generator(2) }).evaluate();
  expect(dropout.forward(ones(100)).norm(0)).toBeLessThan(80);
  expect(dropout.backward(ones(100), ones(100)).norm(0)).toBe(100);
});

test("Dropout refuses probabilities outside [0, 1)", () => {
  for (const p of [-0.1, 1, Number.NaN]) expect(() => new Dropout(p)).toThrow(ArgumentError);
  expect(() => new Dropout().setp(2)).toThrow("Dropout: expected a probability in [0, 1), got 2");
  expect(String(new Dropout().setp(0.3))).toBe("nn.Dropout(0.300000)");
});

test("options that do not exist, and Lua's positional ones in their place, are refused", () => {
  // @ts-expect-error: Lua's third argument
  expect(() => new Linear(2, 3, false)).toThrow("Linear: expected an object of options (bias), got false");
  // @ts-expect-error: a misspelt option
  expect(() => new Linear(2, 3, { bais: false })).toThrow('Linear: expected options named bias, got "bais"');
  // @ts-expect-error: a misspelt option
  expect(() => new Sum(0, { average: true })).toThrow("Sum: expected options named nInputDims, sizeAverage, squeeze");
  // @ts-expect-error: Lua's only argument
  expect(() => new ReLU(true)).toThrow("ReLU: expected an object of options (inplace), got true");
  // @ts-expect-error: Lua's second argument
  expect(() => new Dropout(0.5, true)).toThrow("Dropout: expected an object of options");
});
