import { ArgumentError, DTypeError, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  CosineEmbeddingCriterion,
  DistanceRatioCriterion,
  HingeEmbeddingCriterion,
  L1HingeEmbeddingCriterion,
  MarginRankingCriterion,
  type TensorPair,
} from "../src/index.ts";
import { labels, memoryTaken, normal, strided } from "./support/tensors.ts";

const pairs = [new CosineEmbeddingCriterion(), new MarginRankingCriterion(), new L1HingeEmbeddingCriterion()] as const;

test.each(pairs.map((criterion) => [criterion.constructor.name, criterion] as const))(
  "%s takes two tensors of one size and targets 1 and -1 alone, and writes nothing before it has checked",
  (name, criterion) => {
    const pair: TensorPair = [tensor([1]), tensor([2])];
    // @ts-expect-error: no pair
    expect(() => criterion.forward(tensor([1, 2]), 1)).toThrow(
      `${name}: expected a table of two tensors, got a tensor`,
    );
    // @ts-expect-error: three
    expect(() => criterion.forward([...pair, tensor([1])], 1)).toThrow("got a table of 3");
    expect(() => criterion.forward([tensor([1]), tensor([1, 2])], 1)).toThrow(
      `${name}: expected two tensors of one size, got [1] and [2]`,
    );
    expect(() => criterion.forward([tensor([1]), labels(1)], 1)).toThrow(
      `${name}: expected a float32 second tensor, got int32`,
    );
    expect(() => criterion.forward([tensor([]), tensor([])], 1)).toThrow(ShapeError);
    expect(() => criterion.forward(pair, 0)).toThrow(`${name}: expected targets 1 or -1, got 0 in row 0`);
    expect(() => criterion.backward(pair, labels(1, 1))).toThrow(`${name}: expected 1 targets, got [2]`);
    expect(() => criterion.backward(pair, tensor([0.5]))).toThrow(ArgumentError);
    expect(criterion.output).toBe(0);
    expect(criterion.gradInput.every((gradient) => gradient.nElement() === 0)).toBe(true);
    expect(Number.isFinite(criterion.forward(pair, labels(-1)))).toBe(true);
  },
);

test("the gradients of a pair are tensors of its sizes, the same each time", () => {
  const criterion = new CosineEmbeddingCriterion();
  const first = criterion.backward([zeros(3).fill(1), tensor([1, 2, 3])], -1);
  expect(first.map((gradient) => gradient.size())).toEqual([[3], [3]]);
  expect(criterion.backward([zeros(3).fill(2), tensor([1, 2, 3])], -1)).toBe(first);
});

test("distances take targets of any dtype and dimensions, in row-major order", () => {
  const criterion = new HingeEmbeddingCriterion(1, { sizeAverage: false });
  const distances = tensor([
    [0.5, 0.25],
    [2, 3],
  ]);
  expect(criterion.forward(distances, labels(1, -1, -1, 1))).toBe(0.5 + 0.75 + 0 + 3);
  expect(criterion.backward(distances, strided(labels(1, -1, -1, 1).view(4, 1))).toArray()).toEqual([
    [1, -1],
    [0, 1],
  ]);
  const message = "HingeEmbeddingCriterion: expected targets 1 or -1, got 2 in row 3";
  expect(() => criterion.backward(distances, labels(1, 1, 1, 2))).toThrow(message);
  expect(() => criterion.forward(distances, 1)).toThrow("HingeEmbeddingCriterion: expected 4 targets, got one number");
  expect(() => criterion.forward(labels(1), 1)).toThrow(DTypeError);
  expect(criterion.gradInput.toArray()).toEqual([
    [1, -1],
    [0, 1],
  ]);
});

test("signs are compared in row-major order whatever their dtype, their size and their place in memory", () => {
  const [ranking, hinge] = [new MarginRankingCriterion(), new HingeEmbeddingCriterion()];
  const scores: TensorPair = [tensor([[1], [2], [0]]), tensor([[0.5], [3], [0]])];
  const reference = tensor([[1], [-1], [1]]);
  const forms = [
    labels(1, -1, 1),
    labels(1, -1, 1).view(3, 1),
    strided(labels(1, -1, 1)),
    tensor([1, -1, 1], { dtype: "float64" }),
    tensor([[1, -1, 1]]).t(),
    strided(tensor([1, -1, 1])),
  ];
  const [ranks, gradients] = [ranking.forward(scores, reference), ranking.backward(scores, reference)[1].clone()];
  const [cost, gradient] = [hinge.forward(scores[1], reference), hinge.backward(scores[1], reference).clone()];
  for (const form of forms) {
    expect(ranking.forward(scores, form)).toBe(ranks);
    expect(ranking.backward(scores, form)[1].toArray()).toEqual(gradients.toArray());
    expect(hinge.forward(scores[1], form)).toBe(cost);
    expect(hinge.backward(scores[1], form).toArray()).toEqual(gradient.toArray());
  }
});

test("a distance that is infinite costs nothing where it may be large", () => {
  const criterion = new HingeEmbeddingCriterion();
  const [distances, signs] = [tensor([Infinity, 0.5]), tensor([-1, -1])];
  expect(criterion.forward(distances, signs)).toBe(0.25);
  expect(criterion.backward(distances, signs).toArray()).toEqual([0, -0.5]);
});

test("at its margin, a distance of a pair that is not similar still has a gradient", () => {
  expect(new HingeEmbeddingCriterion().backward(tensor([1]), -1).toArray()).toEqual([-1]);
  const [first] = new L1HingeEmbeddingCriterion().backward([tensor([1]), tensor([0])], -1);
  expect(first.toArray()).toEqual([-1]);
  const [higher] = new MarginRankingCriterion().backward([tensor([1]), tensor([0])], 1);
  expect(higher.toArray()).toEqual([-1]);
});

test("where two elements are equal, the gradient of their distance is 0", () => {
  const [first, second] = new L1HingeEmbeddingCriterion().backward([tensor([1, 2]), tensor([1, 0])], 1);
  expect(first.toArray()).toEqual([0, 1]);
  expect(second.toArray()).toEqual([0, -1]);
});

test("vectors that cost nothing have no gradient", () => {
  const criterion = new CosineEmbeddingCriterion(0.5);
  const pair: TensorPair = [
    tensor([
      [1, 0],
      [1, 0.1],
    ]),
    tensor([
      [0.1, 1],
      [1, 0],
    ]),
  ];
  const [first, second] = criterion.backward(pair, tensor([-1, -1]));
  expect(first.select(0, 0).norm() + second.select(0, 0).norm()).toBe(0);
  expect(first.select(0, 1).norm()).toBeGreaterThan(0);
  expect(() => criterion.forward([zeros(1, 1, 1), zeros(1, 1, 1)], 1)).toThrow(
    "CosineEmbeddingCriterion: expected two tensors [D] or [N, D], got [1, 1, 1]",
  );
});

test("a vector of zeros has a cosine of 0", () => {
  expect(new CosineEmbeddingCriterion().forward([zeros(3), tensor([1, 2, 3])], 1)).toBe(1);
});

test("ranks average over the first dimension", () => {
  const scores: TensorPair = [zeros(2, 3), zeros(2, 3)];
  expect(new MarginRankingCriterion().forward(scores, zeros(2, 3).fill(1))).toBe(3);
  expect(new DistanceRatioCriterion().forward(scores)).toBeCloseTo(3 * Math.log(2), 5);
});

test("ratios of large distances stay finite, and no target is needed", () => {
  const criterion = new DistanceRatioCriterion({ sizeAverage: false });
  expect(criterion.forward([tensor([2000]), tensor([1000])])).toBe(1000);
  expect(criterion.backward([tensor([2000]), tensor([1000])]).map((g) => g.toArray())).toEqual([[1], [-1]]);
  criterion.sizeAverage = true;
  expect(criterion.forward([tensor([2, 2]), tensor([2, 2])])).toBeCloseTo(Math.log(2), 6);
  // @ts-expect-error: Lua's only argument
  expect(() => new DistanceRatioCriterion(false)).toThrow("an object of options (sizeAverage)");
});

test("margins must be numbers", () => {
  for (const construct of [
    () => new CosineEmbeddingCriterion(Number.NaN),
    () => new HingeEmbeddingCriterion(Number.NaN),
    () => new L1HingeEmbeddingCriterion(Number.NaN),
    () => new MarginRankingCriterion(Number.NaN),
  ]) {
    expect(construct).toThrow(/Criterion: expected a margin that is a number, got NaN/);
  }
});

test("from the second step on criterions take no memory for inputs that are not contiguous either", () => {
  const pair: TensorPair = [strided(normal(4, 3)), strided(normal(4, 3))];
  const [signs, one] = [strided(normal(4, 3).sign()), strided(labels(-1))];
  const ofRows = new CosineEmbeddingCriterion().double();
  const rowSigns = strided(labels(1, -1, 1, 1));
  expect(memoryTaken(() => ofRows.forward(pair, rowSigns) + ofRows.backward(pair, rowSigns).length)).toBe(0);
  const ranking = new MarginRankingCriterion().double();
  expect(memoryTaken(() => ranking.forward(pair, signs) + ranking.backward(pair, signs).length)).toBe(0);
  const ofPair = new L1HingeEmbeddingCriterion().double();
  expect(memoryTaken(() => ofPair.forward(pair, one) + ofPair.backward(pair, one).length)).toBe(0);
  const ratio = new DistanceRatioCriterion().double();
  expect(memoryTaken(() => ratio.forward(pair) + ratio.backward(pair).length)).toBe(0);
  const hinge = new HingeEmbeddingCriterion().double();
  expect(memoryTaken(() => hinge.forward(pair[0], signs) + hinge.backward(pair[0], signs).dim())).toBe(0);
});
