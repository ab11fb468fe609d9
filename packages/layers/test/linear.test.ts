import { ArgumentError, DTypeError, manualSeed, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Linear } from "../src/index.ts";

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
