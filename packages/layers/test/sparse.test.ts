import { MovedParameters } from "@rushlight/module";
import {
  ArgumentError,
  DTypeError,
  IndexError,
  ones,
  ShapeError,
  storageAllocations,
  type Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import { IndexLinear, SparseLinear } from "../src/index.ts";

function int32(values: readonly number[]): Tensor<"int32"> {
  return tensor([...values], { dtype: "int32" });
}

test("SparseLinear gives what a dense map of the same numbers gives", () => {
  const sparse = new SparseLinear(5, 3).double();
  const x = tensor(
    [
      [4, 2],
      [0, -1],
      [4, 3],
    ],
    { dtype: "float64" },
  );
  const dense = tensor([-1, 0, 0, 0, 5], { dtype: "float64" });
  const expected = sparse.bias.clone().addmv(sparse.weight, dense);
  expect(sparse.forward(x).clone().csub(expected).norm()).toBeLessThan(1e-12);
  sparse.backward(x, ones([3], { dtype: "float64" }), 2);
  expect(sparse.gradWeight.select(0, 1).toArray()).toEqual([-2, 0, 0, 0, 10]);
  expect(sparse.gradBias.toArray()).toEqual([2, 2, 2]);
});

test("SparseLinear takes samples without entries, and passes over zeros whatever their index", () => {
  const sparse = new SparseLinear(2, 1);
  sparse.weight.fill(1);
  sparse.bias.fill(10);
  const y = sparse.forward([
    tensor([]),
    tensor([
      [1, 2],
      [-1, 0],
    ]),
    tensor([[99, 0]]),
  ]);
  expect(y.toArray()).toEqual([[10], [12], [10]]);
});

test("SparseLinear names the entry and the sample of an index that is none, and changes nothing", () => {
  const sparse = new SparseLinear(5, 3);
  const good = tensor([
    [0, 1],
    [1, 1],
  ]);
  const y = sparse.forward(good).clone();
  for (const [index, shown] of [
    [5, "5"],
    [-1, "-1"],
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
  ] as const) {
    const bad = tensor([
      [0, 1],
      [index, 1],
    ]);
    expect(() => sparse.forward([good, bad])).toThrow(
      `SparseLinear(5 → 3): expected whole keys from 0 to 4, got ${shown} in entry 1 of sample 1`,
    );
    expect(() => sparse.backward(bad, ones(3))).toThrow(IndexError);
  }
  expect(sparse.output.equal(y)).toBe(true);
  expect([sparse.gradWeight.norm(), sparse.gradBias.norm()]).toEqual([0, 0]);
});

test("SparseLinear refuses what has not the form of its inputs, and another batch in backward", () => {
  const sparse = new SparseLinear(5, 3);
  expect(() => sparse.forward(zeros(4, 3))).toThrow(
    "SparseLinear(5 → 3): expected [entries, 2], a table of such or [N, entries, 2], got [4, 3]",
  );
  expect(() => sparse.forward([])).toThrow(ShapeError);
  expect(() => sparse.forward([zeros(4, 2), [zeros(4, 2)]])).toThrow("got {[4, 2], {[4, 2]}}");
  expect(() => sparse.forward(tensor([]))).toThrow(ShapeError);
  expect(() => sparse.forward(zeros([4, 2], { dtype: "float64" }))).toThrow(DTypeError);
  sparse.forward(zeros(2, 4, 2));
  expect(() => sparse.backward(zeros(3, 4, 2), zeros(2, 3))).toThrow(
    "SparseLinear(5 → 3): expected the input of the last forward, of 2 samples, got 3",
  );
  expect(() => sparse.backward(zeros(4, 2), zeros(3))).toThrow("a gradOutput of the output's size [2, 3]");
  expect(() => new SparseLinear(0, 3)).toThrow(ArgumentError);
  // @ts-expect-error: Lua's third argument
  expect(() => new SparseLinear(5, 3, true)).toThrow("SparseLinear: expected an object of options (doGradInput)");
});

test("SparseLinear leaves the caller's gradOutput as it is", () => {
  const sparse = new SparseLinear(5, 3);
  const x = tensor([[1, 2]]);
  const g = ones(3);
  sparse.forward(x);
  sparse.backward(x, g);
  expect(g.size()).toEqual([3]);
  expect(sparse.gradInput).toEqual([]);
});

/** A layer with a gradient for features 1 and 4, one of someone else's for feature 0, and 0 for the others. */
function withStrayGradient(prepare: (layer: IndexLinear) => void = () => {}): IndexLinear {
  const layer = new IndexLinear(6, 1);
  prepare(layer);
  const x = [int32([1, 4, 1]), tensor([2, 3, 2])];
  layer.forward(x);
  layer.backward(x, ones(1));
  layer.gradWeight.put([0, 0], 7);
  return layer;
}

test("updateParameters and zeroGradParameters of a sparse layer walk only the features in use", () => {
  const layer = withStrayGradient();
  layer.updateParameters(1);
  expect(layer.weight.view(-1).toArray()).toEqual([0, -4, 0, 0, -3, 0]);
  expect(layer.bias.toArray()).toEqual([-1]);
  layer.zeroGradParameters();
  expect(layer.gradWeight.view(-1).toArray()).toEqual([7, 0, 0, 0, 0, 0]);
  expect(layer.gradBias.toArray()).toEqual([0]);
});

test("a sparse layer moves parameters that others have moved already no further", () => {
  const layer = withStrayGradient();
  const moved = new MovedParameters();
  moved.add(layer.weight);
  layer.moveParameters(1, moved);
  expect(layer.weight.norm()).toBe(0);
  expect(layer.bias.toArray()).toEqual([-1]);
});

test("several backward steps of a sparse layer add up, and one zeroing takes all of them back", () => {
  const layer = new SparseLinear(6, 1);
  for (const index of [1, 3]) {
    layer.forward(tensor([[index, 2]]));
    layer.backward(tensor([[index, 2]]), ones(1));
  }
  expect(layer.gradWeight.view(-1).toArray()).toEqual([0, 2, 0, 2, 0, 0]);
  layer.zeroGradParameters();
  expect(layer.gradWeight.norm()).toBe(0);
});

test("a sparse layer walks its whole weight when others may write to the gradient", () => {
  const cases: readonly ((layer: IndexLinear) => void)[] = [
    (layer) => layer.getParameters(),
    (layer) => layer.clone("weight", "gradWeight", "bias", "gradBias"),
    (layer) => layer.share(new IndexLinear(6, 1), "weight", "gradWeight", "bias", "gradBias"),
  ];
  for (const prepare of cases) {
    const layer = withStrayGradient(prepare);
    layer.updateParameters(1);
    expect(layer.weight.view(-1).toArray()).toEqual([-7, -4, 0, 0, -3, 0]);
    layer.zeroGradParameters();
    expect(layer.gradWeight.norm()).toBe(0);
  }
});

test("a sparse layer goes on walking only what it uses as a clone, and in another dtype", () => {
  for (const layer of [withStrayGradient().clone(), withStrayGradient().double()]) {
    layer.zeroGradParameters();
    expect(layer.gradWeight.view(-1).toArray()).toEqual([7, 0, 0, 0, 0, 0]);
  }
});

test("the decay of SparseLinear reaches the whole weight, that of IndexLinear the features in use", () => {
  const sparse = new SparseLinear(3, 1);
  sparse.weight.fill(10);
  sparse.weightDecay = 0.1;
  const x = tensor([[1, 2]]);
  sparse.forward(x);
  sparse.backward(x, ones(1), 2);
  expect(sparse.gradWeight.toArray()).toEqual([[2, 6, 2]]);
  sparse.updateParameters(1);
  expect(sparse.weight.toArray()).toEqual([[8, 4, 8]]);
  sparse.zeroGradParameters();
  expect(sparse.gradWeight.norm()).toBe(0);

  const index = new IndexLinear(3, 1);
  index.weight.fill(10);
  index.weightDecay = 0.1;
  const y = [int32([1, 1]), tensor([1, 1])];
  index.forward(y);
  index.backward(y, ones(1), 2);
  expect(index.gradWeight.view(-1).toArray()).toEqual([0, 6, 0]);
});

test("a direct update of a sparse layer leaves its gradients alone", () => {
  const layer = new IndexLinear(4, 1);
  layer.weight.fill(10);
  layer.weightDecay = 0.1;
  const x = [int32([2]), tensor([3])];
  layer.forward(x);
  layer.backwardUpdate(x, ones(1), 0.5);
  expect(layer.weight.view(-1).toArray()).toEqual([10, 10, 8, 10]);
  expect([layer.gradWeight.norm(), layer.gradBias.norm()]).toEqual([0, 0]);
});

test("IndexLinear gives the same for samples in lists and one after the other", () => {
  const layer = new IndexLinear(6, 2).reset(1);
  const keys = int32([1, 4, 1, 5]);
  const values = tensor([2, 3, 4, 5]);
  const flat = layer.forward([keys, values, int32([2, 0, 2])]).clone();
  const lists = layer.forward([
    [int32([1, 4]), int32([]), int32([1, 5])],
    [tensor([2, 3]), tensor([]), tensor([4, 5])],
  ]);
  expect(lists.equal(flat)).toBe(true);
  expect(flat.select(0, 1).equal(layer.bias)).toBe(true);
  expect(layer.forward([int32([1, 4]), tensor([2, 3])]).equal(flat.select(0, 0))).toBe(true);
});

test("IndexLinear begins with zeros, or with the weight and bias given", () => {
  const weight = ones(3, 2);
  const bias = tensor([1, 2]);
  const layer = new IndexLinear(3, 2, { weight, bias });
  expect([layer.weight, layer.bias]).toEqual([weight, bias]);
  expect(layer.weight).toBe(weight);
  expect(new IndexLinear(3, 2).weight.norm()).toBe(0);
  expect(() => new IndexLinear(3, 2, { weight: ones(2, 3) })).toThrow(
    "IndexLinear: expected a weight [3, 2], got [2, 3]",
  );
  expect(() => new IndexLinear(3, 2, { weight, normalize: true })).toThrow("expected a weight [3, 6], got [3, 2]");
  expect(() => new IndexLinear(3, 2, { bias: ones([2], { dtype: "float64" }) })).toThrow(DTypeError);
});

test("IndexLinear counts keys from its offset, in gradInput too", () => {
  const layer = new IndexLinear(3, 1, { keysOffset: -10, doGradInput: true });
  layer.weight.copy(tensor([[1], [2], [3]]));
  const x = [int32([12, 10]), tensor([1, 1])];
  expect(layer.forward(x).toArray()).toEqual([4]);
  expect(layer.backward(x, tensor([2])).map(String)).toEqual([int32([10, 11, 12]), tensor([2, 4, 6])].map(String));
  expect(() => layer.forward([int32([9]), tensor([1])])).toThrow("expected whole keys from 10 to 12, got 9 in entry 0");
});

test("IndexLinear refuses what has not the form of its inputs", () => {
  const layer = new IndexLinear(3, 1);
  const [keys, values] = [int32([0, 1]), tensor([1, 2])];
  const wrong = [
    [keys],
    [keys, tensor([1])],
    [keys, values, int32([1, 1]), keys],
    [[keys], values],
    [[keys], [values, values]],
    [[keys], [values], int32([2])],
    [[], []],
    [int32([0, 1]).view(1, 2), values],
    [keys, values, [int32([2])]],
  ];
  for (const input of wrong) expect(() => layer.forward(input)).toThrow("IndexLinear(3 → 1): expected {keys, values}");
  expect(() => layer.forward([values, values])).toThrow("IndexLinear(3 → 1): expected int32 keys, got float32");
  expect(() => layer.forward([keys, values, tensor([2])])).toThrow("expected int32 sizes, got float32");
  expect(() => layer.forward([keys, values, int32([1, 2])])).toThrow("sizes from 0 that add up to 2 keys, got [1, 2]");
  expect(() => layer.forward([keys, values, int32([3, -1])])).toThrow("got [3, -1]");
  expect(() => layer.forward([keys, values.to("float64")])).toThrow(DTypeError);
  expect(layer.output.nElement()).toBe(0);
  expect(() => new IndexLinear(3, 1, { normalize: true, doGradInput: true })).toThrow(
    "doGradInput or normalize, got both",
  );
  expect(() => new IndexLinear(3, 1, { keysOffset: 0.5 })).toThrow(
    "IndexLinear: expected a keysOffset, a whole number, got 0.5",
  );
});

test("IndexLinear learns the largest magnitude of a feature in training, and limits to it in evaluation", () => {
  const layer = new IndexLinear(2, 1, { normalize: true });
  layer.weight.put([0, 4], 1);
  layer.weight.put([0, 3], 0.25);
  expect(layer.forward([int32([0]), tensor([-4])]).toArray()).toEqual([-0.75]);
  expect(layer.weight.select(0, 0).narrow(0, 0, 3).toArray()).toEqual([4, 0.25, 1]);
  expect(layer.forward([int32([0]), tensor([2])]).toArray()).toEqual([0.75]);
  layer.evaluate();
  expect(layer.forward([int32([0]), tensor([8])]).toArray()).toEqual([1.25]);
  expect(layer.weight.get(0, 0)).toBe(4);
  expect(layer.reset().weight.narrow(1, 0, 4).norm()).toBe(0);
});

test("the gradients of a normalising IndexLinear are those of finite differences", () => {
  const layer = new IndexLinear(3, 2, { normalize: true }).double().reset(1);
  layer.weight.select(1, 3).uniform(-1, 1);
  const x = [int32([2, 0, 2, 2]), tensor([0.5, -3, -2, 0], { dtype: "float64" }), int32([3, 1])];
  const g = tensor(
    [
      [1, -2],
      [3, 0.5],
    ],
    { dtype: "float64" },
  );
  const loss = (): number => layer.forward(x).dot(g);
  // Only the second forward divides all values by what is the largest in the end.
  loss();
  loss();
  layer.backward(x, g);
  for (let row = 0; row < 3; row++) {
    for (let column = 3; column < 6; column++) {
      const value = layer.weight.get(row, column);
      layer.weight.put([row, column], value + 1e-6);
      const above = loss();
      layer.weight.put([row, column], value - 1e-6);
      const below = loss();
      layer.weight.put([row, column], value);
      expect(layer.gradWeight.get(row, column)).toBeCloseTo((above - below) / 2e-6, 6);
    }
  }
  expect(layer.gradWeight.narrow(1, 0, 3).norm()).toBe(0);
  const moved = layer.clone();
  layer.updateParameters(0.1);
  moved.zeroGradParameters();
  moved.forward(x);
  moved.backwardUpdate(x, g, 0.1);
  expect(moved.weight.clone().csub(layer.weight).norm()).toBeLessThan(1e-12);
  expect(() => layer.backward([int32([2]), tensor([1], { dtype: "float64" }), int32([1, 0])], g)).toThrow(
    "expected the input of the last forward, of 4 entries, got 1",
  );
});

test("steps of sparse layers with batches of one size take no memory for storages", () => {
  const layer = new IndexLinear(1000, 4, { normalize: true });
  const x = [int32([999, 3, 7]), tensor([1, 2, 3]), int32([1, 0, 2])];
  const g = ones(3, 4);
  const step = (): void => {
    layer.zeroGradParameters();
    layer.forward(x);
    layer.backward(x, g);
    layer.updateParameters(0.1);
  };
  step();
  const before = storageAllocations();
  step();
  expect(storageAllocations()).toBe(before);
});
