import type { Criterion } from "@rushlight/module";
import {
  DTypeError,
  Generator,
  IndexError,
  ShapeError,
  storageAllocations,
  Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import { ClassNLLCriterion, CrossEntropyCriterion, type Labels, MSECriterion } from "../src/index.ts";

const labels = (...values: number[]) => tensor(values, { dtype: "int32" });
const normal = (...size: number[]) =>
  new Tensor(size, { dtype: "float64" }).normal(0, 1, { generator: new Generator(4) });

function gradientError<T>(criterion: Criterion<Tensor, T>, input: Tensor, target: T): number {
  criterion.double();
  const analytic = criterion.backward(input, target).clone();
  const flat = input.view(-1);
  let largest = 0;
  for (let i = 0; i < flat.nElement(); i++) {
    const value = flat.get(i);
    const at = (x: number) => {
      flat.put([i], x);
      return criterion.forward(input, target);
    };
    const numeric = (at(value + 1e-6) - at(value - 1e-6)) / 2e-6;
    flat.put([i], value);
    largest = Math.max(largest, Math.abs(numeric - analytic.view(-1).get(i)));
  }
  return largest;
}

const weights = tensor([0.5, 2, 1], { dtype: "float64" });
const gradients: readonly (readonly [name: string, error: () => number])[] = [
  [
    "MSE, averaged",
    () => gradientError(new MSECriterion(), normal(3, 2), zeros([3, 2], { dtype: "float64" }).fill(0.3)),
  ],
  ["MSE, summed", () => gradientError(new MSECriterion({ sizeAverage: false }), normal(4), normal(4).mul(2))],
  ["ClassNLL", () => gradientError(new ClassNLLCriterion(), normal(4, 3), labels(0, 2, 1, 2))],
  ["ClassNLL, weighted", () => gradientError(new ClassNLLCriterion({ weights }), normal(4, 3), labels(0, 2, 1, 2))],
  [
    "ClassNLL, summed, one ignored",
    () =>
      gradientError(new ClassNLLCriterion({ sizeAverage: false, ignoreIndex: 2 }), normal(4, 3), labels(0, 2, 1, 2)),
  ],
  ["ClassNLL, one sample", () => gradientError(new ClassNLLCriterion({ weights }), normal(3), 1)],
  ["cross entropy", () => gradientError(new CrossEntropyCriterion(), normal(4, 3), labels(0, 2, 1, 2))],
  [
    "cross entropy, weighted",
    () => gradientError(new CrossEntropyCriterion({ weights }), normal(4, 3), labels(0, 2, 1, 2)),
  ],
  ["cross entropy, one sample", () => gradientError(new CrossEntropyCriterion(), normal(3), 2)],
];

test.each(gradients)("%s: backward is the gradient of forward", (_name, error) => {
  expect(error()).toBeLessThan(1e-6);
});

test("MSE compares by element order and refuses other counts and dtypes", () => {
  const criterion = new MSECriterion();
  expect(criterion.forward(tensor([[1], [2]]), tensor([1, 4]))).toBe(2);
  expect(
    criterion.forward(
      tensor([
        [1, 2],
        [3, 4],
      ]),
      tensor([1, 2, 3, 4]).view(2, 2).t(),
    ),
  ).toBe(0.5);
  expect(() => criterion.forward(tensor([1]), tensor([1, 2]))).toThrow(
    "as many elements as the input, got [2] for [1]",
  );
  expect(() => criterion.forward(tensor([]), tensor([]))).toThrow(ShapeError);
  expect(() => criterion.forward(tensor([1]), labels(1))).toThrow(DTypeError);
  criterion.sizeAverage = false;
  expect(criterion.forward(tensor([1, 1]), tensor([3, 0]))).toBe(5);
});

test("the figures of cross entropy agree with those worked out by hand", () => {
  const scores = tensor(
    [
      [-1, 1],
      [-1, 1],
      [1, -1],
    ],
    { dtype: "float64" },
  );
  const criterion = new CrossEntropyCriterion().double();
  expect(criterion.forward(scores, labels(1, 1, 0))).toBeCloseTo(Math.log(1 + Math.exp(-2)), 14);
  criterion.sizeAverage = false;
  expect(criterion.sizeAverage).toBe(false);
  expect(criterion.forward(scores, labels(1, 1, 0))).toBeCloseTo(3 * Math.log(1 + Math.exp(-2)), 14);
  expect(criterion.totalWeight).toBe(3);
});

test("labels come in any dtype, and dimensions of size 1 after the classes do not matter", () => {
  const scores = normal(3, 2);
  const expected = new CrossEntropyCriterion().double().forward(scores, labels(1, 0, 1));
  const floats = tensor([1, 0, 1]);
  const images = new CrossEntropyCriterion().double();
  expect(images.forward(scores.view(3, 2, 1, 1), floats.view(3, 1, 1))).toBe(expected);
  expect(images.backward(scores.view(3, 2, 1, 1), floats.view(3, 1, 1)).size()).toEqual([3, 2, 1, 1]);
  expect(() => images.forward(normal(3, 2, 2), floats)).toThrow("expected an input [C] or [N, C], got [3, 2, 2]");
  expect(() => images.forward(scores, zeros(3, 2))).toThrow("expected labels [N], got [3, 2]");
});

test("a label that is no class is named with its row, and nothing is written", () => {
  const criterion = new ClassNLLCriterion();
  const input = zeros(3, 4);
  const bad: readonly (readonly [Labels, string])[] = [
    [labels(0, 4, 1), "ClassNLLCriterion: expected class labels from 0 to 3, got 4 in row 1"],
    [labels(0, 1, -1), "got -1 in row 2"],
    [tensor([0.5, 1, 2]), "got 0.5 in row 0"],
  ];
  for (const [target, message] of bad) {
    expect(() => criterion.forward(input, target)).toThrow(message);
    expect(() => criterion.backward(input, target)).toThrow(IndexError);
  }
  expect(criterion.gradInput.nElement()).toBe(0);
  expect(() => criterion.forward(input, labels(1, 2))).toThrow("expected labels [3] for an input [3, 4], got [2]");
  expect(() => criterion.forward(input, 1)).toThrow("got one number");
  expect(() => criterion.forward(zeros(2, 2, 2), labels(1, 1))).toThrow(ShapeError);
  expect(() => criterion.forward(labels(1, 2), 1)).toThrow(DTypeError);
  expect(() => criterion.forward(zeros([2], { dtype: "float64" }), 1)).toThrow("expected a float32 input, got float64");
});

test("samples with the ignored label do not count; without any other the loss is 0", () => {
  const criterion = new ClassNLLCriterion({ ignoreIndex: -1 });
  const input = tensor([
    [-1, -2],
    [-3, -4],
  ]);
  expect(criterion.forward(input, labels(-1, 1))).toBe(4);
  expect(criterion.backward(input, labels(-1, 1)).toArray()).toEqual([
    [0, 0],
    [0, -1],
  ]);
  expect(criterion.forward(input, labels(-1, -1))).toBe(0);
  expect(criterion.backward(input, labels(-1, -1)).norm()).toBe(0);
  expect(criterion.totalWeight).toBe(0);
});

test("weights must be a vector with one entry for each class", () => {
  expect(() => new ClassNLLCriterion({ weights: zeros(2, 2) })).toThrow("expected weights [C], got [2, 2]");
  expect(() => new ClassNLLCriterion({ weights: zeros(3) }).forward(zeros(2, 4), labels(0, 0))).toThrow(
    "an input of 3 classes",
  );
  expect(() => new ClassNLLCriterion({ ignoreIndex: 0.5 })).toThrow("got 0.5");
});

test("options that do not exist, and Lua's positional ones in their place, are refused", () => {
  // @ts-expect-error: Lua's only argument
  expect(() => new MSECriterion(false)).toThrow("MSECriterion: expected an object of options (sizeAverage), got false");
  // @ts-expect-error: a misspelt option
  expect(() => new ClassNLLCriterion({ weight: zeros(2) })).toThrow(
    "ClassNLLCriterion: expected options named weights",
  );
  // @ts-expect-error: Lua's first argument
  expect(() => new CrossEntropyCriterion(zeros(2))).toThrow("CrossEntropyCriterion: expected options named weights");
});

test("from the second step on criterions take no memory", () => {
  const input = zeros(4, 3);
  const target = labels(0, 1, 2, 0);
  for (const step of [
    (c: MSECriterion = mse) => c.forward(input, input) + c.backward(input, input).dim(),
    (c: CrossEntropyCriterion = entropy) => c.forward(input, target) + c.backward(input, target).dim(),
  ]) {
    step();
    const before = storageAllocations();
    step();
    expect(storageAllocations()).toBe(before);
  }
});

const mse = new MSECriterion();
const entropy = new CrossEntropyCriterion();

test("the gradient of cross entropy follows the input, and what the last forward saw of the same tensor", () => {
  const criterion = new CrossEntropyCriterion().double();
  const [a, b] = [normal(4, 3), normal(4, 3).mul(2)];
  const gradient = (input: Tensor): unknown => criterion.backward(input, labels(0, 1, 2, 1)).toArray();
  criterion.forward(a, labels(0, 1, 2, 1));
  const ofA = gradient(a);
  const ofB = gradient(b);
  expect(ofB).not.toEqual(ofA);
  expect(gradient(a)).toEqual(ofA);
  criterion.forward(a, labels(0, 1, 2, 1));
  a.copy(b);
  expect(gradient(a)).toEqual(ofA);
  expect(gradient(a.narrow(0, 0, 4))).toEqual(ofB);
});
