import {
  ArgumentError,
  defaultGenerator,
  Generator,
  manualSeed,
  ones,
  ShapeError,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  Abs,
  Clamp,
  ELU,
  Exp,
  GatedLinearUnit,
  HardShrink,
  HardTanh,
  LeakyReLU,
  Log,
  LogSigmoid,
  Power,
  PReLU,
  ReLU6,
  RReLU,
  SoftMin,
  SoftPlus,
  SoftShrink,
  Sqrt,
  Square,
  Tanh,
  TanhShrink,
  Threshold,
} from "../src/index.ts";

const float64 = { dtype: "float64" } as const;

test("at a kink, gradients are Torch's: Abs passes them at 0, limits and shrinks stop them at their bounds", () => {
  const g = (n: number) => ones(n);
  const gradient = (module: Abs | HardTanh | HardShrink | SoftShrink, ...elements: number[]) => {
    const x = tensor(elements);
    module.forward(x);
    return module.backward(x, g(elements.length)).toArray();
  };
  expect(gradient(new Abs(), -1, 0, 1)).toEqual([-1, 1, 1]);
  expect(gradient(new HardTanh(), -1, 0, 1)).toEqual([0, 1, 0]);
  expect(gradient(new ReLU6(), 0, 3, 6)).toEqual([0, 1, 0]);
  expect(gradient(new HardShrink(0.5), -0.5, 0.5, 0.75)).toEqual([0, 0, 1]);
  expect(gradient(new SoftShrink(0.5), -0.5, 0.5, -0.75)).toEqual([0, 0, 1]);
});

test("in place, functions overwrite input and gradOutput, and give what they give otherwise", () => {
  for (const [inplace, apart] of [
    [new ELU(0.5, { inplace: true }), new ELU(0.5)],
    [new HardTanh(-0.5, 0.7, { inplace: true }), new HardTanh(-0.5, 0.7)],
    [new LeakyReLU(0.1, { inplace: true }), new LeakyReLU(0.1)],
    [new ReLU6({ inplace: true }), new ReLU6()],
    [
      new RReLU(0.1, 0.5, { inplace: true, generator: new Generator(3) }),
      new RReLU(0.1, 0.5, { generator: new Generator(3) }),
    ],
    [new Threshold(0.7, 0.7, { inplace: true }), new Threshold(0.7, 0.7)],
  ]) {
    const x = tensor([-2, -0.1, 0, 0.3, 0.7, 7]);
    const g = tensor([1, 2, 3, 4, 5, 6]);
    const expected = apart.forward(x).clone();
    const expectedGradient = apart.backward(x, g).clone();
    expect(x.toArray()[0]).toBe(-2);
    expect(inplace.forward(x).storage()).toBe(x.storage());
    expect(x.toArray()).toEqual(expected.toArray());
    expect(inplace.backward(x, g).storage()).toBe(g.storage());
    expect(g.toArray()).toEqual(expectedGradient.toArray());
  }
});

test("LeakyReLU with a negative slope never works in place", () => {
  const module = new LeakyReLU(-0.5, { inplace: true });
  const x = tensor([-2, 4]);
  expect(module.inplace).toBe(false);
  expect(module.forward(x).toArray()).toEqual([1, 4]);
  expect(x.toArray()).toEqual([-2, 4]);
  expect(module.backward(x, ones(2)).toArray()).toEqual([-0.5, 1]);
});

test("functions keep their digits far from 0", () => {
  const x = tensor([-800, 800], float64);
  expect(new LogSigmoid().double().forward(x).toArray()).toEqual([-800, 0]);
  expect(new SoftPlus().double().forward(x).toArray()).toEqual([0, 800]);
  expect(new SoftMin().double().forward(x).toArray()).toEqual([1, 0]);
  const shrink = new TanhShrink();
  const large = tensor([1e9]);
  shrink.forward(large);
  expect(shrink.backward(large, ones(1)).toArray()).toEqual([1]);
});

test("where they are not defined, functions give NaN or infinities, and Sqrt has gradient 0 at 0", () => {
  expect(new Log().forward(tensor([0, -1])).toArray()).toEqual([-Infinity, Number.NaN]);
  expect(new Sqrt().forward(tensor([-1])).toArray()).toEqual([Number.NaN]);
  const root = new Sqrt();
  root.forward(tensor([0, 1]));
  expect(root.backward(tensor([0, 1]), ones(2)).toArray()).toEqual([0, 0.5]);
  expect(new PReLU().forward(tensor([Number.NaN])).toArray()).toEqual([Number.NaN]);
});

test("functions refuse settings that make no sense", () => {
  expect(() => new Clamp(1, 1)).toThrow("Clamp: expected a largest value above 1, got 1");
  expect(() => new HardTanh(Number.NaN, 1)).toThrow("HardTanh: expected a smallest value, got NaN");
  expect(() => new ELU(-1)).toThrow("ELU: expected an alpha of at least 0, got -1");
  expect(() => new HardShrink(-0.5)).toThrow(ArgumentError);
  expect(() => new SoftShrink(-0.5)).toThrow("SoftShrink: expected a lambda of at least 0, got -0.5");
  expect(() => new SoftPlus(0)).toThrow("SoftPlus: expected a finite beta other than 0, got 0");
  expect(() => new LeakyReLU(Number.NaN)).toThrow(ArgumentError);
  expect(() => new PReLU(-1)).toThrow("PReLU: expected a whole number of planes of at least 0, got -1");
  for (const [lower, upper] of [
    [0.5, 0.25],
    [-0.1, 0.25],
    [Number.NaN, 1],
  ]) {
    expect(() => new RReLU(lower, upper)).toThrow("RReLU: expected slopes 0 ≤ lower ≤ upper");
  }
  expect(() => new GatedLinearUnit(0.5)).toThrow(ArgumentError);
  // @ts-expect-error: an exponent is needed
  expect(() => new Power()).toThrow("Power: expected an exponent, got undefined");
  // @ts-expect-error: Torch's positional form
  expect(() => new ELU(1, true)).toThrow("ELU: expected an object of options (inplace), got true");
  // @ts-expect-error: an option of another class
  expect(() => new ReLU6({ generator: new Generator(1) })).toThrow(ArgumentError);
});

test("backward refuses another input than that of the last forward, and changes nothing", () => {
  for (const module of [new Tanh(), new Abs(), new Square(), new TanhShrink(), new PReLU(), new RReLU()]) {
    module.forward(ones(2, 3));
    module.backward(ones(2, 3), ones(2, 3));
    expect(() => module.backward(ones(3, 2), ones(2, 3))).toThrow(
      "expected the input of the last forward, [2, 3], got [3, 2]",
    );
    expect(() => module.backward(ones(2, 3), ones(3, 2))).toThrow("expected a gradOutput of the output's size [2, 3]");
    expect(() => module.backward(ones([2, 3], float64), ones(2, 3))).toThrow("expected a float32 input, got float64");
    expect(module.gradInput.size()).toEqual([2, 3]);
  }
});

test("a message about the dtype of an input names the ways out that there are", () => {
  expect(() => new Tanh().forward(tensor([1], { dtype: "float64" }))).toThrow(
    'Tanh: expected a float32 input, got float64; convert the module with type("float64") or the input with to("float32")',
  );
  expect(() => new Tanh().forward(tensor([1], { dtype: "int32" }))).toThrow(
    'Tanh: expected a float32 input, got int32; convert the input with to("float32")',
  );
});

test("PReLU with one slope passes an infinite gradient on", () => {
  const prelu = new PReLU();
  const input = tensor([1, -1]);
  prelu.forward(input);
  expect(prelu.updateGradInput(input, tensor([Infinity, 2])).toArray()).toEqual([Infinity, 0.5]);
});

test("GatedLinearUnit refuses what can not be halved", () => {
  const module = new GatedLinearUnit(1);
  module.forward(ones(2, 4));
  expect(() => module.forward(ones(2, 3))).toThrow(
    "GatedLinearUnit(1): expected an input of even size in dimension 1, got [2, 3]",
  );
  expect(() => module.forward(ones(4))).toThrow(ShapeError);
  expect(() => module.backward(ones(2, 6), ones(2, 2))).toThrow("the input of the last forward, twice [2, 2]");
  expect(() => module.backward(ones(2, 4), ones(2, 4))).toThrow("a gradOutput of the output's size [2, 2]");
  expect(module.output.size()).toEqual([2, 2]);
});

test("PReLU has a slope for each plane of the second dimension, or of the first of a vector", () => {
  const prelu = new PReLU(2);
  prelu.weight.copy(tensor([0.5, 10]));
  expect(prelu.forward(tensor([-1, -1])).toArray()).toEqual([-0.5, -10]);
  expect(
    prelu
      .forward(zeros(3, 2, 4).fill(-1))
      .select(1, 1)
      .sum(),
  ).toBe(-120);
  expect(() => prelu.forward(zeros(2, 3))).toThrow("PReLU(2): expected [2], [N, 2] or [N, 2, ...], got [2, 3]");
  expect(() => new PReLU().forward(tensor([]))).toThrow("PReLU(0): expected an input that is not empty, got []");
  expect(prelu.reset().weight.toArray()).toEqual([0.25, 0.25]);
});

test("RReLU draws one number for each element that is not above 0, in order", () => {
  const generator = new Generator(5);
  const slopes = [generator.uniform(0.1, 0.5), generator.uniform(0.1, 0.5)];
  const module = new RReLU(0.1, 0.5, { generator: new Generator(5) }).double();
  const x = tensor(
    [
      [-1, 3],
      [2, 0],
      [4, 5],
    ],
    float64,
  );
  expect(module.forward(x.t()).toArray()).toEqual([
    [-slopes[0], 2, 4],
    [3, 0, 5],
  ]);
  expect(module.noise.toArray()).toEqual([
    [slopes[0], 1, 1],
    [1, slopes[1], 1],
  ]);
  expect(module.backward(x.t(), ones([2, 3], float64)).toArray()).toEqual(module.noise.toArray());
});

test("RReLU draws from the default generator, and nothing in evaluation", () => {
  manualSeed(7);
  const first = defaultGenerator().uniform(0.1, 0.5);
  manualSeed(7);
  const module = new RReLU(0.1, 0.5).double();
  expect(
    module
      .evaluate()
      .forward(tensor([-1], float64))
      .get(0),
  ).toBeCloseTo(-0.3, 12);
  expect(
    module
      .training()
      .forward(tensor([-1], float64))
      .get(0),
  ).toBe(-first);
});

test("RReLU refuses a backward in training after a forward in evaluation", () => {
  const module = new RReLU().evaluate();
  const g = ones(2);
  module.forward(ones(2));
  module.training();
  expect(() => module.backward(ones(2), g)).toThrow("expected the input of the last forward in training");
});

test("functions print as in Torch, and messages call them by their settings", () => {
  expect([new ELU(0.5), new LeakyReLU(1 / 3), new RReLU(), new Power(2), new Clamp(0, 1)].map(String)).toEqual([
    "nn.ELU (alpha:0.500000)",
    "nn.LeakyReLU(0.333333)",
    "nn.RReLU (l:0.125000, u:0.333333)",
    "nn.Power",
    "nn.Clamp",
  ]);
  expect([new Clamp(0, 1), new ReLU6(), new Power(2), new SoftPlus(), new Exp()].map((m) => m.describe())).toEqual([
    "Clamp(0, 1)",
    "ReLU6",
    "Power(2)",
    "SoftPlus(1)",
    "Exp",
  ]);
});

test("after clearState in place, the caller's tensors are as they were", () => {
  const x = tensor([-1, 2]);
  const module = new RReLU(0.25, 0.25, { inplace: true });
  module.forward(x);
  expect(module.clearState().noise.nElement()).toBe(0);
  expect(x.toArray()).toEqual([-0.25, 2]);
});
