import { ArgumentError, DTypeError, manualSeed, ShapeError, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Kmeans } from "../src/index.ts";

/** Two groups of samples, far from each other. */
const groups = tensor([
  [0, 0],
  [1, 0],
  [0, 1],
  [100, 100],
  [101, 100],
  [100, 101],
]);

function rows(matrix: Tensor): string[] {
  return [...matrix.slices()].map((row) => String(row.toArray()));
}

test("Kmeans finds the means of groups, by steps of size 1", () => {
  const kmeans = new Kmeans(2, 2);
  kmeans.weight.copy(
    tensor([
      [40, 0],
      [60, 100],
    ]),
  );
  for (let step = 0; step < 3; step++) {
    kmeans.forward(groups);
    kmeans.backwardUpdate(groups, kmeans.output, 1);
  }
  expect(kmeans.forward(groups).toArray()).toEqual([0, 0, 0, 1, 1, 1]);
  expect(kmeans.output.dtype).toBe("int32");
  expect(kmeans.weight.get(0, 0)).toBeCloseTo(1 / 3, 5);
  expect(kmeans.weight.get(1, 1)).toBeCloseTo(100 + 1 / 3, 4);
  expect(kmeans.loss).toBeCloseTo(8 / 3, 3);
});

test("Kmeans leaves centres without samples where they are, and takes the first of equals", () => {
  const kmeans = new Kmeans(3, 1);
  kmeans.weight.copy(tensor([[1], [1], [50]]));
  const x = tensor([[0], [3]]);
  expect(kmeans.forward(x).toArray()).toEqual([0, 0]);
  kmeans.backward(x, kmeans.output, 2);
  expect(kmeans.gradWeight.get(0, 0)).toBeCloseTo(-1, 5);
  expect(kmeans.gradWeight.narrow(0, 1, 2).toArray()).toEqual([[0], [0]]);
});

test("the scale of Kmeans multiplies that of backward", () => {
  const kmeans = new Kmeans(1, 1, { scale: 0.5 });
  kmeans.weight.zero();
  const x = tensor([[4]]);
  kmeans.forward(x);
  kmeans.backward(x, kmeans.output, 3);
  expect(kmeans.gradWeight.get(0, 0)).toBeCloseTo(-6, 4);
});

test("initRandom puts the centres on samples", () => {
  manualSeed(1);
  const kmeans = new Kmeans(4, 2).initRandom(groups);
  expect(rows(kmeans.weight).every((centre) => rows(groups).includes(centre))).toBe(true);
});

test("initKmeansPlus reaches every group", () => {
  for (let seed = 0; seed < 10; seed++) {
    manualSeed(seed);
    const kmeans = new Kmeans(2, 2).initKmeansPlus(groups, 0.5);
    expect(rows(kmeans.weight).every((centre) => rows(groups).includes(centre))).toBe(true);
    expect(new Set(kmeans.forward(groups).toTypedArray()).size).toBe(2);
    expect(kmeans.output.get(0)).not.toBe(kmeans.output.get(5));
  }
});

test("Kmeans refuses what is no batch of samples, and too few to begin with", () => {
  const kmeans = new Kmeans(3, 2);
  expect(() => kmeans.forward(zeros(2))).toThrow("Kmeans(3, 2): expected [N, 2], got [2]");
  expect(() => kmeans.forward(zeros([4, 2], { dtype: "float64" }))).toThrow(DTypeError);
  const before = kmeans.weight.clone();
  expect(() => kmeans.initRandom(zeros(2, 2))).toThrow("Kmeans(3, 2): expected at least 3 samples, got 2");
  expect(() => kmeans.initKmeansPlus(groups, 1.5)).toThrow("expected a p in [0, 1], got 1.5");
  kmeans.forward(groups);
  expect(() => kmeans.backward(zeros(5, 2), kmeans.output)).toThrow(ShapeError);
  expect(kmeans.gradWeight.norm()).toBe(0);
  expect(kmeans.weight.equal(before)).toBe(true);
  expect(() => new Kmeans(0, 2)).toThrow("Kmeans: expected at least 1 cluster and 1 dimension, got 0 and 2");
  expect(() => new Kmeans(2, 2, { scale: 0 })).toThrow(ArgumentError);
});
