import { ArgumentError, DTypeError, manualSeed, ones, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  Bilinear,
  Cosine,
  Euclidean,
  Linear,
  LinearWeightNorm,
  PartialLinear,
  WeightedEuclidean,
} from "../src/index.ts";

test("Linear draws weight, then bias, from ±1/√in or with a given standard deviation", () => {
  manualSeed(3);
  const linear = new Linear(100, 50);
  expect(linear.weight.max()).toBeLessThanOrEqual(0.1);
  expect(linear.weight.min()).toBeGreaterThanOrEqual(-0.1);
  manualSeed(3);
  expect(zeros(50, 100).uniform(-0.1, 0.1).equal(linear.weight)).toBe(true);
  expect(zeros(50).uniform(-0.1, 0.1).toArray()).toEqual(linear.bias?.toArray());
  linear.reset(2);
  expect(linear.weight.norm() / Math.sqrt(5000)).toBeCloseTo(2, 1);
});

test("Linear prints and describes its sizes", () => {
  expect(String(new Linear(784, 50))).toBe("nn.Linear(784 -> 50)");
  expect(String(new Linear(2, 3).noBias())).toBe("nn.Linear(2 -> 3) without bias");
  expect(new Linear(784, 50).describe()).toBe("Linear(784 → 50)");
  expect(new Linear(2, 3).noBias().parameters()[0].length).toBe(1);
});

test("Linear names itself, what it expected and what came", () => {
  const linear = new Linear(784, 50);
  expect(() => linear.forward(zeros(64, 783))).toThrow("Linear(784 → 50): expected [784] or [N, 784], got [64, 783]");
  expect(() => linear.forward(zeros(2, 2, 784))).toThrow(ShapeError);
  expect(() => linear.forward(tensor([]))).toThrow(ShapeError);
  expect(() => linear.forward(zeros([784], { dtype: "float64" }))).toThrow(DTypeError);
  expect(() => linear.forward(zeros([784], { dtype: "float64" }))).toThrow("expected a float32 input, got float64");
  linear.forward(zeros(4, 784));
  expect(() => linear.backward(zeros(4, 784), zeros(4, 49))).toThrow(
    "a gradOutput of the output's size [4, 50], got [4, 49]",
  );
  expect(() => linear.backward(zeros(3, 784), zeros(4, 50))).toThrow("the input of the last forward");
  expect(() => linear.backward(zeros(784), zeros(4, 50))).toThrow("the input of the last forward");
  expect(linear.gradWeight.norm()).toBe(0);
  expect(() => new Linear(0, 3)).toThrow(ArgumentError);
  expect(() => new Linear(2.5, 3)).toThrow("Linear: expected an input and an output size of at least 1, got 2.5 and 3");
});

test("gradients of the bias follow the size of the batch", () => {
  const linear = new Linear(2, 1);
  for (const samples of [3, 5, 2]) {
    linear.zeroGradParameters();
    linear.forward(zeros(samples, 2));
    linear.backward(zeros(samples, 2), zeros(samples, 1).fill(1));
    expect(linear.gradBias?.toArray()).toEqual([samples]);
  }
});

test("a direct update of shared Linears moves the parameters once for each and leaves the gradients alone", () => {
  const first = new Linear(2, 1);
  const second = first.clone("weight", "bias", "gradWeight", "gradBias");
  first.gradWeight.fill(7);
  const before = first.weight.clone();
  for (const module of [first, second]) {
    module.forward(tensor([1, 2]));
    module.backwardUpdate(tensor([1, 2]), tensor([1]), 0.5);
  }
  expect(first.weight.clone().csub(before).toArray()).toEqual([[-1, -2]]);
  expect(first.gradWeight.toArray()).toEqual([[7, 7]]);
});

test("layers of vectors refuse sizes below 1 and options that do not exist", () => {
  expect(() => new Cosine(0, 2)).toThrow("Cosine: expected an input and an output size of at least 1, got 0 and 2");
  expect(() => new Euclidean(2, 1.5)).toThrow(ArgumentError);
  expect(() => new WeightedEuclidean(2, 0)).toThrow("WeightedEuclidean: expected");
  expect(() => new PartialLinear(2, 0)).toThrow("PartialLinear: expected");
  expect(() => new Bilinear(2, 0, 1)).toThrow(
    "Bilinear: expected two input sizes and an output size of at least 1, got 2, 0 and 1",
  );
  expect(() => new LinearWeightNorm(2, 2, { eps: 0 })).toThrow("LinearWeightNorm: expected an eps above 0, got 0");
  // @ts-expect-error: Lua's third argument
  expect(() => new LinearWeightNorm(2, 2, false)).toThrow("expected an object of options (bias, eps), got false");
});

test("layers of vectors print as Torch prints them", () => {
  expect([new Bilinear(2, 3, 4), new Bilinear(2, 3, 4, { bias: false })].map(String)).toEqual([
    "nn.Bilinear(2x3 -> 4)",
    "nn.Bilinear(2x3 -> 4) without bias",
  ]);
  expect(String(new PartialLinear(2, 3))).toBe("nn.PartialLinear(2 -> 3)");
  expect(String(new LinearWeightNorm(2, 3))).toBe("nn.LinearWeightNorm(2 -> 3)");
  expect([new Cosine(2, 3), new Euclidean(2, 3), new WeightedEuclidean(2, 3)].map(String)).toEqual([
    "nn.Cosine",
    "nn.Euclidean",
    "nn.WeightedEuclidean",
  ]);
  expect(new Cosine(2, 3).describe()).toBe("Cosine(2 → 3)");
});

test("Bilinear names the sizes of a pair that does not fit, and changes nothing", () => {
  const bilinear = new Bilinear(2, 3, 1);
  expect(() => bilinear.forward([zeros(4, 2), zeros(4, 2)])).toThrow(
    "Bilinear(2x3 → 1): expected {[N, 2], [N, 3]}, got {[4, 2], [4, 2]}",
  );
  expect(() => bilinear.forward([zeros(4, 2), zeros(5, 3)])).toThrow(ShapeError);
  expect(() => bilinear.forward([zeros(2), zeros(3)])).toThrow(ShapeError);
  // @ts-expect-error: no pair
  expect(() => bilinear.forward(zeros(4, 2))).toThrow("got [4, 2]");
  bilinear.forward([zeros(4, 2), zeros(4, 3)]);
  expect(() => bilinear.backward([zeros(5, 2), zeros(5, 3)], zeros(4, 1))).toThrow("the input of the last forward");
  expect(() => bilinear.backward([zeros(4, 2), zeros(4, 3)], zeros(4, 2))).toThrow(ShapeError);
  expect(bilinear.gradWeight.norm()).toBe(0);
});

test("Cosine draws from ±1/√out, and gives 0 for a zero vector", () => {
  manualSeed(3);
  const cosine = new Cosine(4, 100);
  expect(cosine.weight.max()).toBeLessThanOrEqual(0.1);
  expect(cosine.forward(zeros(4)).norm()).toBe(0);
  expect(cosine.backward(zeros(4), zeros(100).fill(1)).norm()).toBeGreaterThan(0);
});

test("Euclidean tells points apart that are close to each other and far from 0", () => {
  const euclidean = new Euclidean(1, 1).double();
  euclidean.weight.fill(1e8);
  expect(euclidean.forward(tensor([1e8 + 1], { dtype: "float64" })).toArray()).toEqual([1]);
  euclidean.forward(tensor([1e8], { dtype: "float64" }));
  expect(euclidean.backward(tensor([1e8], { dtype: "float64" }), ones([1], { dtype: "float64" })).toArray()).toEqual([
    0,
  ]);
});

test("Euclidean takes its output anew in backward when told", () => {
  const x = tensor([3, 4]);
  for (const [fast, gradient] of [
    [true, 0],
    [false, 1],
  ] as const) {
    const euclidean = new Euclidean(2, 1);
    euclidean.weight.zero();
    euclidean.fastBackward = fast;
    euclidean.forward(x);
    euclidean.weight.copy(tensor([[3], [3]]));
    const [, dx] = euclidean.backward(x, ones(1)).toTypedArray();
    expect(dx).toBeCloseTo(fast ? 1 / 5 : gradient, 5);
  }
});

test("the parameter gradients of Euclidean do not need its input gradient first", () => {
  const x = tensor([3, 4]);
  const euclidean = new Euclidean(2, 1);
  euclidean.weight.zero();
  euclidean.forward(x);
  euclidean.accGradParameters(x, ones(1), 10);
  expect(euclidean.gradWeight.get(0, 0)).toBeCloseTo(-6, 5);
});

test("WeightedEuclidean has gradients where a weight is 0", () => {
  const module = new WeightedEuclidean(2, 1);
  module.weight.zero();
  module.diagCov.copy(tensor([[0], [1]]));
  const x = tensor([3, 4]);
  expect(module.forward(x).toArray()).toEqual([4]);
  module.backward(x, ones(1));
  expect(module.gradDiagCov.get(0, 0)).toBe(0);
  expect(module.gradDiagCov.get(1, 0)).toBeCloseTo(4, 5);
  expect(module.parameters()[0]).toEqual([module.weight, module.diagCov]);
});

test("LinearWeightNorm keeps its weight in evaluation mode", () => {
  const map = new LinearWeightNorm(2, 1, { bias: false });
  map.v.copy(tensor([[3, 4]]));
  map.g.fill(5);
  map.evaluate();
  map.g.fill(10);
  const x = tensor([1, 1]);
  expect(map.forward(x).get(0)).toBeCloseTo(7, 5);
  expect(map.training().forward(x).get(0)).toBeCloseTo(14, 5);
});

test("LinearWeightNorm gives what the Linear gives that it comes from and goes to", () => {
  for (const bias of [true, false]) {
    const linear = new Linear(3, 2, { bias }).double();
    const map = LinearWeightNorm.fromLinear(linear);
    const x = tensor([1, -2, 3], { dtype: "float64" });
    const y = linear.forward(x);
    expect(map.forward(x).clone().csub(y).norm()).toBeLessThan(1e-12);
    map.g.mul(2);
    const back = map.toLinear();
    expect(back.type()).toBe("float64");
    expect(back.forward(x).csub(map.training().forward(x)).norm()).toBeLessThan(1e-12);
    expect(back.bias === undefined).toBe(!bias);
    expect(map.parameters()[0].length).toBe(bias ? 3 : 2);
  }
});

test("LinearWeightNorm leaves its weight alone in backward, and adds up", () => {
  const map = new LinearWeightNorm(2, 1);
  const x = tensor([1, 2]);
  map.forward(x);
  const weight = map.weight.clone();
  map.backward(x, ones(1));
  const once = map.gradV.clone();
  map.backward(x, ones(1));
  expect(map.weight.equal(weight)).toBe(true);
  expect(map.gradV.clone().csub(once.mul(2)).norm()).toBeLessThan(1e-6);
  const before = map.v.clone();
  map.updateParameters(1);
  expect(map.v.equal(before)).toBe(false);
  expect(map.noBias().parameters()[0].length).toBe(2);
});

test("PartialLinear changes only the rows of its partition", () => {
  const map = new PartialLinear(2, 4);
  const x = ones(3, 2);
  map.setPartition(tensor([3, 1], { dtype: "int32" }));
  expect(map.forward(x).size()).toEqual([3, 2]);
  map.backward(x, ones(3, 2), 2);
  expect(map.gradWeight.sum(1).view(-1).toArray()).toEqual([0, 12, 0, 12]);
  expect(map.gradBias?.toArray()).toEqual([[0, 6, 0, 6]]);
  expect(map.resetPartition().forward(x).size()).toEqual([3, 4]);
});

test("PartialLinear without bias zeroes its gradients and learns", () => {
  const map = new PartialLinear(2, 3, { bias: false }).setPartition([0]);
  const x = ones(1, 2);
  map.forward(x);
  map.backward(x, ones(1, 1));
  const before = map.weight.get(0, 0);
  map.updateParameters(0.5);
  expect(map.weight.get(0, 0)).toBeCloseTo(before - 0.5, 6);
  map.zeroGradParameters();
  expect(map.gradWeight.norm()).toBe(0);
});

test("PartialLinear refuses partitions and inputs that do not fit, and keeps what it had", () => {
  const map = new PartialLinear(2, 3).setPartition([2]);
  expect(() => map.setPartition([0, 3])).toThrow(
    "PartialLinear(2 → 3).setPartition: expected outputs from 0 to 2, got 3 at 1",
  );
  expect(() => map.setPartition([-1])).toThrow("got -1 at 0");
  expect(() => map.setPartition([])).toThrow("expected at least 1 output, got 0");
  expect(() => map.setPartition(zeros(1, 2))).toThrow("expected a vector, got 2 dimensions");
  expect(() => map.forward(zeros(2))).toThrow("PartialLinear(2 → 3): expected [N, 2], got [2]");
  expect(map.forward(zeros(5, 2)).size()).toEqual([5, 1]);
  map.resetPartition();
  expect(() => map.backward(zeros(5, 2), zeros(5, 1))).toThrow("the input and the partition of the last forward");
  expect(map.gradWeight.norm()).toBe(0);
});

test("what is no tensor is named", () => {
  const linear = new Linear(3, 2);
  const forward = (input: unknown): unknown => Reflect.apply(linear.forward, linear, [input]);
  expect(() => forward(5)).toThrow("Linear(3 → 2): expected a tensor as input, got 5");
  expect(() => forward([ones(3)])).toThrow("Linear(3 → 2): expected a tensor as input, got a table of 1");
});
