import { Linear, SpatialConvolution, Sum, Tanh, Threshold } from "@rushlight/layers";
import { type Activation, Module } from "@rushlight/module";
import { ArgumentError, IndexError, manualSeed, ones, randn, ShapeError, type Tensor, tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  Bottle,
  Decorator,
  DontCast,
  Identity,
  NaNError,
  NaN as NaNGuard,
  Profile,
  SelectTable,
  Sequential,
  sequential,
  WeightNorm,
} from "../src/index.ts";

test("a decorator passes all on to what it holds, and prints both", () => {
  const linear = new Linear(3, 2);
  const net = new Decorator(sequential(linear, new Tanh()));
  expect(net.forward(ones(3))).toBe(net.modules[0].output);
  net.zeroGradParameters();
  expect(net.backward(ones(3), ones(2), 2)).toBe(linear.gradInput);
  expect(net.parameters()[0]).toEqual([linear.weight, linear.bias]);
  net.evaluate();
  expect(linear.train).toBe(false);
  expect(String(net)).toBe(
    [
      "nn.Decorator @ nn.Sequential {",
      "  [input -> (0) -> (1) -> output]",
      "  (0): nn.Linear(3 -> 2)",
      "  (1): nn.Tanh",
      "}",
    ].join("\n"),
  );
  expect(() => net.forward(ones(4))).toThrow("(at Decorator › 0 › Sequential › 0 › Linear(3 → 2))");
  net.needsGradInput = false;
  net.forward(ones(3));
  expect(net.backward(ones(3), ones(2)).nElement()).toBe(0);
});

test("Bottle sees what a module gives of the fused dimensions", () => {
  const linear = new Linear(3, 2);
  const bottle = new Bottle(linear);
  const x = randn(2, 4, 3);
  expect(bottle.forward(x).select(0, 1).toArray()).toEqual(linear.clone().forward(x.select(0, 1)).toArray());
  expect(bottle.forward(randn(5, 3)).size()).toEqual([5, 2]);
  expect(bottle.forward(randn(3)).size()).toEqual([2]);
  expect(bottle.forward(x).size()).toEqual([2, 4, 2]);
  expect(bottle.backward(x, ones(2, 4, 2)).size()).toEqual([2, 4, 3]);
  expect(new Bottle(new Sum(1), 2, 1).forward(randn(2, 4, 3)).size()).toEqual([2, 4]);
});

test("Bottle refuses outputs that it can not take apart, and a gradOutput of another size", () => {
  expect(() => new Bottle(new Sum(1)).forward(ones(2, 4, 3))).toThrow(
    /^Bottle: expected an output of 2 dimensions from Sum.*, the first a multiple of 2, got \[8\]$/,
  );
  expect(() => new Bottle(new Sum(0), 2, 1).forward(ones(2, 4, 3))).toThrow(ShapeError);
  const bottle = new Bottle(new Linear(3, 2));
  bottle.forward(ones(2, 4, 3));
  bottle.zeroGradParameters();
  expect(() => bottle.backward(ones(2, 4, 3), ones(8, 2))).toThrow(
    "expected a gradOutput of the output's size [2, 4, 2], got [8, 2]",
  );
  expect(bottle.parameters()[1][1].toArray()).toEqual([0, 0]);
  expect(() => new Bottle(new Tanh(), 0)).toThrow("Bottle: expected a whole nInputDim of at least 1, got 0");
  expect(() => new Bottle(new Tanh(), 1, 1.5)).toThrow(ArgumentError);
});

test("Bottle leaves what its module gives as it is", () => {
  const net = new Bottle(new Sequential().add(new Identity()).add(new Identity()));
  const x = ones(2, 3, 4);
  net.forward(x);
  net.forward(ones(3, 4));
  net.clearState();
  expect(x.size()).toEqual([2, 3, 4]);
  expect(x.sum()).toBe(24);
});

test("NaN blames the input, then the parameters, then the output", () => {
  const linear = new Linear(2, 1);
  const net = new NaNGuard(linear, 3);
  expect(() => net.forward(tensor([1, Number.NaN]))).toThrow(NaNError);
  expect(() => net.forward(tensor([1, Number.NaN]))).toThrow("NaN(3) @ Linear(2 → 1): NaN in the input at [1]");
  linear.bias?.fill(Number.NaN);
  expect(() => net.forward(ones(2))).toThrow("NaN(3) @ Linear(2 → 1): NaN in the parameters at 1 › [0]");
  const root = new NaNGuard(new Root(), 4);
  expect(() =>
    root.forward(
      tensor([
        [1, 2],
        [-1, 3],
      ]),
    ),
  ).toThrow("NaN(4) @ Root: NaN in the output at [1, 0]");
});

test("NaN blames gradOutput, then the input gradient, then the gradients of the parameters", () => {
  const net = new NaNGuard(new Linear(2, 1), 5);
  net.zeroGradParameters();
  net.forward(ones(2));
  expect(() => net.backward(ones(2), tensor([Number.NaN]))).toThrow("NaN in the gradOutput at [0]");
  const root = new NaNGuard(new Root(), 6);
  root.forward(ones(2));
  expect(() => root.backward(ones(2), tensor([1, -1]))).toThrow("NaN(6) @ Root: NaN in the gradInput at [1]");
  expect(() => root.updateGradInput(ones(2), tensor([1, -1]))).toThrow(NaNError);
  const selected = new NaNGuard(new SelectTable(0), 7);
  selected.forward([ones(2), ones(1)]);
  expect(() => selected.backward([ones(2), ones(1)], tensor([0, Number.NaN]))).toThrow("NaN in the gradOutput at [1]");
  const third = new NaNGuard(new Linear(2, 1), 8);
  third.zeroGradParameters();
  third.forward(ones(2));
  third.parameters()[1][0].fill(Number.NaN);
  expect(() => third.backward(ones(2), ones(1))).toThrow("NaN in the gradients of the parameters at 0 › [0, 0]");
  expect(() => third.accGradParameters(ones(2), ones(1))).toThrow(NaNError);
});

test("NaN takes infinities that cancel for what they are", () => {
  const net = new NaNGuard(new Identity());
  const x = tensor([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  expect(net.forward(x)).toBe(x);
});

test("NaN counts those that are given no id, and prints it", () => {
  const [first, second] = [new NaNGuard(new Tanh()), new NaNGuard(new Tanh())];
  expect(second.id).toBe(first.id + 1);
  expect(String(new NaNGuard(new Linear(4, 2), 9))).toBe("nn.NaN(9) @ nn.Linear(4 -> 2)");
  expect(() => new NaNGuard(new Tanh(), 0.5)).toThrow("NaN: expected a whole id, got 0.5");
});

/** Square roots. */
class Root extends Module {
  override updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input).sqrt();
  }
  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(gradOutput).sqrt();
  }
}

test("Profile prints the time of so many calls, forwards and backwards apart", () => {
  const lines: string[] = [];
  const net = new Profile(new Linear(3, 2), 2, "top", { print: (line) => lines.push(line) });
  for (let step = 0; step < 3; step++) {
    net.forward(ones(3));
    net.backward(ones(3), ones(2));
  }
  net.updateGradInput(ones(3), ones(2));
  net.accGradParameters(ones(3), ones(2));
  expect(lines.map((line) => line.replace(/[0-9]+\.[0-9]{3}/, "t"))).toEqual([
    "top took t seconds for 2 forward passes",
    "top took t seconds for 2 backward passes",
    "top took t seconds for 2 backward passes",
  ]);
  expect(new Profile(new Linear(3, 2)).name).toBe("Linear(3 → 2)");
  expect(new Profile(new Tanh()).printInterval).toBe(100);
  expect(() => new Profile(new Tanh(), 0)).toThrow("Profile: expected a whole printInterval of at least 1, got 0");
});

test("WeightNorm computes the weight from lengths and directions", () => {
  manualSeed(2);
  const linear = new Linear(2, 3);
  const net = new WeightNorm(linear);
  net.v.copy(
    tensor([
      [3, 4],
      [0, 1],
      [5, 12],
    ]),
  );
  net.g.copy(tensor([[5], [2], [13]]));
  net.forward(ones(2));
  const rows = linear.weight.toArray().flat();
  expect(rows[0]).toBeCloseTo(3, 4);
  expect(rows[3]).toBeCloseTo(2, 3);
  expect(rows[5]).toBeCloseTo(12, 4);
  expect(linear.bias?.toArray()).toEqual([0, 0, 0]);
});

test("WeightNorm adds up gradients and leaves the weight alone", () => {
  const linear = new Linear(3, 2);
  const net = new WeightNorm(linear);
  const [x, g] = [randn(4, 3), randn(4, 2)];
  net.forward(x);
  const weight = linear.weight.clone();
  net.zeroGradParameters();
  net.backward(x, g);
  const once = net.parameters()[1].map((gradient) => gradient.clone());
  net.backward(x, g, 2);
  expect(linear.weight.equal(weight)).toBe(true);
  for (const [i, gradient] of net.parameters()[1].entries()) {
    expect(gradient.dist(once[i].mul(3))).toBeLessThan(1e-5);
  }
});

test("WeightNorm freezes the weight in evaluation", () => {
  const net = new WeightNorm(new Linear(3, 2));
  net.v.normal();
  const trained = net.clone().forward(ones(3)).toArray();
  net.evaluate();
  expect(net.forward(ones(3)).toArray()).toEqual(trained);
  net.v.normal();
  expect(net.forward(ones(3)).toArray()).toEqual(trained);
  net.training();
  expect(net.forward(ones(3)).toArray()).not.toEqual(trained);
});

test("WeightNorm draws directions with a deviation that may be given, and lengths from them", () => {
  manualSeed(5);
  const net = new WeightNorm(new Linear(100, 50)).reset(3);
  expect(net.v.std()).toBeCloseTo(3, 1);
  expect(net.g.dist(net.v.norm(2, 1))).toBe(0);
});

test("WeightNorm shares what it learns under the names of the module", () => {
  const [net, twin] = [new WeightNorm(new Linear(3, 2)), new WeightNorm(new Linear(3, 2))];
  twin.share(net, "weight", "bias", "gradWeight", "gradBias");
  net.v.normal();
  net.parameters()[0][2].fill(3);
  expect(twin.forward(ones(3)).toArray()).toEqual(net.forward(ones(3)).toArray());
  const copy = net.clone("weight", "gradWeight");
  expect(copy.v.storage()).toBe(net.v.storage());
  expect(copy.gradG.storage()).toBe(net.gradG.storage());
  expect(() => net.share(new Decorator(new Linear(3, 2)), "weight")).toThrow(ArgumentError);
});

test("WeightNorm refuses modules without a weight and dimensions that it does not have", () => {
  expect(() => new WeightNorm(new Tanh())).toThrow("WeightNorm: expected a module with a weight, got Tanh");
  expect(() => new WeightNorm(new Linear(3, 2), 2)).toThrow(IndexError);
  expect(new WeightNorm(new SpatialConvolution(2, 3, 2, 2), 1).v.size()).toEqual([2, 12]);
});

test("DontCast keeps its module in its dtype", () => {
  const linear = new Linear(3, 2);
  const net = sequential(new DontCast(linear), new Tanh());
  net.double();
  expect([net.type(), linear.type(), linear.weight.dtype]).toEqual(["float64", "float32", "float32"]);
  expect(net.get(0).type()).toBe("float64");
});

test("DontCast converts what goes in and out, and only that", () => {
  const linear = new Linear(3, 2).double();
  const net = new DontCast(linear, { castIn: true });
  const x = randn(4, 3);
  expect(net.forward(x).dtype).toBe("float32");
  net.zeroGradParameters();
  expect(net.backward(x, ones(4, 2)).dtype).toBe("float32");
  expect(linear.gradBias?.toArray()).toEqual([4, 4]);
  expect(linear.output.dtype).toBe("float64");
  net.double();
  const wide = x.to("float64");
  expect(net.forward(wide)).toBe(linear.output);
  expect(wide.equal(x.to("float64"))).toBe(true);
  const inward = new DontCast(new Tanh().double(), { castIn: true, castOut: false });
  expect(inward.forward(x).dtype).toBe("float64");
});

test("DontCast never writes to what passed through it", () => {
  const net = new DontCast(new Threshold(0, 0).double(), { castIn: true });
  const wide = tensor([1, 2], { dtype: "float64" });
  net.forward(wide);
  net.forward(tensor([5, 6]));
  expect(wide.toArray()).toEqual([1, 2]);
  const table: Activation = [tensor([1, 2]), tensor([3], { dtype: "int32" })];
  const tables = new DontCast(new Identity().double(), { castIn: true });
  expect(tables.forward(table)).not.toBe(table);
  const misspelt: object = { castin: true };
  expect(() => new DontCast(new Tanh(), misspelt)).toThrow(ArgumentError);
});
