import { DTypeError, ShapeError, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  AbsCriterion,
  L1Cost,
  MSECriterion,
  SmoothL1Criterion,
  SpatialAutoCropMSECriterion,
  WeightedMSECriterion,
} from "../src/index.ts";
import { labels, memoryTaken, normal, strided } from "./support/tensors.ts";

test("element by element, criterions compare in row-major order and refuse other counts and dtypes", () => {
  for (const Class of [AbsCriterion, MSECriterion, SmoothL1Criterion]) {
    const criterion = new Class();
    const flat = criterion.forward(tensor([[1], [2]]), tensor([1, 4]));
    expect(flat).toBe(criterion.forward(tensor([1, 2]), tensor([1, 4])));
    const transposed = tensor([1, 2, 3, 4]).view(2, 2).t();
    expect(criterion.forward(transposed.contiguous().view(4), transposed)).toBe(0);
    criterion.backward(tensor([1, 2]), tensor([0, 0]));
    const before = criterion.gradInput.clone();
    expect(() => criterion.backward(tensor([1]), tensor([1, 2]))).toThrow(
      `${Class.name}: expected a target with as many elements as the input, got [2] for [1]`,
    );
    expect(() => criterion.forward(tensor([]), tensor([]))).toThrow(ShapeError);
    expect(() => criterion.backward(labels(1, 2, 3), tensor([1, 2, 3]))).toThrow(
      `${Class.name}: expected a float32 input, got int32`,
    );
    expect(() => criterion.backward(tensor([1, 2, 3]), labels(1, 2, 3))).toThrow(DTypeError);
    expect(criterion.gradInput.equal(before)).toBe(true);
  }
});

test("sizeAverage is an option and a field", () => {
  const [input, target] = [tensor([1, 1]), tensor([3, 0])];
  for (const [criterion, loss] of [
    [new MSECriterion(), 5],
    [new AbsCriterion(), 3],
    [new SmoothL1Criterion(), 2],
    [new WeightedMSECriterion(tensor([1, 1])), 5],
  ] as const) {
    expect(criterion.forward(input, target)).toBe(loss / 2);
    const gradient = criterion.backward(input, target).clone();
    criterion.sizeAverage = false;
    expect(criterion.forward(input, target)).toBe(loss);
    expect(criterion.backward(input, target).equal(gradient.mul(2))).toBe(true);
  }
  expect(new MSECriterion({ sizeAverage: false }).forward(input, target)).toBe(5);
});

test("options that do not exist, and Lua's positional ones in their place, are refused", () => {
  // @ts-expect-error: Lua's only argument
  expect(() => new MSECriterion(false)).toThrow("MSECriterion: expected an object of options (sizeAverage), got false");
  // @ts-expect-error: an option of classes
  expect(() => new AbsCriterion({ weights: zeros(2) })).toThrow(
    'AbsCriterion: expected options named sizeAverage, got "weights"',
  );
});

test("the gradient of an absolute error is positive where there is none", () => {
  expect(new AbsCriterion().backward(tensor([1, 2]), tensor([1, 3])).toArray()).toEqual([0.5, -0.5]);
});

test("the smooth error and its gradient meet at a distance of 1", () => {
  const criterion = new SmoothL1Criterion({ sizeAverage: false });
  expect(criterion.forward(tensor([1, -1]), zeros(2))).toBe(1);
  expect(criterion.backward(tensor([1, -1, 5]), zeros(3)).toArray()).toEqual([1, -1, 1]);
});

test("weights multiply the target, element by element or sample by sample, and are copied", () => {
  const weight = tensor([2, 0.5]);
  const criterion = new WeightedMSECriterion(weight, { sizeAverage: false });
  weight.zero();
  expect(criterion.forward(tensor([2, 1]), tensor([1, 2]))).toBe(0);
  expect(
    criterion.forward(
      tensor([
        [2, 1],
        [3, 1],
      ]),
      tensor([1, 2, 1, 2]),
    ),
  ).toBe(1);
  expect(criterion.forward(tensor([[2], [1]]), tensor([1, 2]))).toBe(0);
  expect(() => criterion.backward(zeros(2, 3), zeros(2, 3))).toThrow(
    "WeightedMSECriterion: expected an input of 2 elements, as many as a weight [2], or a batch of such samples, got [2, 3]",
  );
  expect(criterion.gradInput.nElement()).toBe(0);
  expect(() => new WeightedMSECriterion(tensor([]))).toThrow("expected a weight, got an empty one");
  expect(new WeightedMSECriterion(tensor([1], { dtype: "float64" })).weight.dtype).toBe("float32");
});

test("targets are cropped to the centre of the input's size, the smaller half before it", () => {
  const criterion = new SpatialAutoCropMSECriterion({ sizeAverage: false });
  const target = tensor([[[1, 2, 3, 4]]]);
  expect(criterion.forward(tensor([[[2]]]), target)).toBe(0);
  expect(criterion.backward(tensor([[[0, 0]]]), target).toArray()).toEqual([[[-4, -6]]]);
  const message = "expected an input [C, H, W] or [N, C, H, W] and a target at least as high and wide";
  expect(() => criterion.forward(zeros(1, 2, 2), zeros(1, 1, 2))).toThrow(`${message}, got [1, 2, 2] and [1, 1, 2]`);
  expect(() => criterion.forward(zeros(2, 1, 1), zeros(1, 3, 3))).toThrow(ShapeError);
  expect(() => criterion.backward(zeros(2, 2), zeros(2, 2))).toThrow(ShapeError);
  expect(criterion.gradInput.size()).toEqual([1, 1, 2]);
});

test("the cost of magnitudes never averages and takes no target", () => {
  const criterion = new L1Cost();
  expect(criterion.forward(tensor([-1, 0, 2]))).toBe(3);
  expect(criterion.forward(tensor([-1, 0, 2]), "whatever")).toBe(3);
  expect(criterion.backward(tensor([-2, 0, 2])).toArray()).toEqual([-1, 0, 1]);
  expect(() => criterion.forward(labels(1))).toThrow("L1Cost: expected a float32 input, got int32");
  expect(() => criterion.forward(tensor([]))).toThrow("L1Cost: expected an input, got an empty one");
});

test("from the second step on criterions take no memory for inputs that are not contiguous either", () => {
  const [input, target] = [strided(normal(3, 2)), strided(normal(3, 2))];
  const weight: Tensor = normal(2);
  for (const criterion of [
    new AbsCriterion(),
    new MSECriterion(),
    new SmoothL1Criterion(),
    new WeightedMSECriterion(weight),
    new L1Cost(),
  ]) {
    criterion.double();
    expect(memoryTaken(() => criterion.forward(input, target) + criterion.backward(input, target).dim())).toBe(0);
  }
});

test("a column that is a view is compared with a matrix of one column without taking memory", () => {
  const criterion = new MSECriterion().double();
  const [input, target] = [normal(4, 1), normal(4, 2).select(1, 0)];
  expect(criterion.forward(input, target)).toBe(criterion.forward(input, target.clone()));
  expect(memoryTaken(() => criterion.forward(input, target) + criterion.backward(input, target).dim())).toBe(0);
});

test("a criterion prints as Torch prints it", () => {
  expect(String(new AbsCriterion())).toBe("nn.AbsCriterion");
});
