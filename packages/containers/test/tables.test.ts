import { ClassNLLCriterion, MSECriterion } from "@rushlight/criterion";
import { Tanh } from "@rushlight/layers";
import { type Activation, type AnyModule, flattened, formatSizes, type Table } from "@rushlight/module";
import {
  ArgumentError,
  DTypeError,
  IndexError,
  ones,
  range,
  ShapeError,
  type Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  Bottle,
  CReLU,
  CriterionTable,
  FlattenTable,
  Identity,
  Index,
  JoinTable,
  MaskedSelect,
  MixtureTable,
  NarrowTable,
  Parallel,
  ParallelTable,
  SelectTable,
  Sequential,
  SplitTable,
  ZipTable,
  ZipTableOneToMany,
} from "../src/index.ts";

const int32 = { dtype: "int32" } as const;

test("SelectTable gives zeros of their dtype to the members that it leaves out", () => {
  const select = new SelectTable(-1);
  const table: Table = [tensor([1, 2], int32), [ones(2)], ones(1)];
  expect(select.forward(table)).toBe(table[2]);
  const gradInput = select.backward(table, tensor([5]));
  expect(formatSizes(gradInput)).toBe("{[2], {[2]}, [1]}");
  const [indices, nested, chosen] = flattened(gradInput);
  expect([indices.dtype, indices.toArray(), nested.toArray(), chosen.toArray()]).toEqual([
    "int32",
    [0, 0],
    [0, 0],
    [5],
  ]);
  expect(() => select.backward(table, ones(2))).toThrow(
    "SelectTable(-1): expected a gradOutput of [1], as the output, got [2]",
  );
  expect(() => new SelectTable(3).forward(table)).toThrow(IndexError);
  expect(() => new SelectTable(0.5)).toThrow("SelectTable: expected a whole index, got 0.5");
});

test("SelectTable, NarrowTable and the zips give the same objects", () => {
  const [a, b, c] = [ones(1), ones(2), ones(3)];
  expect(new NarrowTable(1, 2).forward([a, b, c])).toEqual([b, c]);
  expect(new NarrowTable(-1).forward([a, b, c])[0]).toBe(c);
  expect(new FlattenTable().forward([[a, [b]], c])).toEqual([a, b, c]);
  expect(
    new ZipTable().forward([
      [a, b],
      [c, a],
    ])[1],
  ).toEqual([b, a]);
  expect(new ZipTableOneToMany().forward([a, [b, c]])).toEqual([
    [a, b],
    [a, c],
  ]);
});

test("NarrowTable passes gradients on as they are, and never writes to them", () => {
  const narrow = new NarrowTable(1, 1);
  const table = [ones(1), ones(2), ones(3)] as const;
  const gradient = tensor([5, 6]);
  narrow.forward(table);
  expect(narrow.backward(table, [gradient])[1]).toBe(gradient);
  const moved = [ones(2), ones(2), ones(2)] as const;
  const other = new NarrowTable(0);
  other.forward(moved);
  other.backward(moved, [gradient]);
  expect(other.backward(moved, [ones(2)])[2].toArray()).toEqual([0, 0]);
  expect(gradient.toArray()).toEqual([5, 6]);
});

test("NarrowTable says what it lacks", () => {
  expect(() => new NarrowTable(1, 2).forward([ones(1), ones(1)] as Table)).toThrow(
    "NarrowTable(1, 2): expected a table that has 2 members from position 1 on, got one of 2",
  );
  expect(() => new NarrowTable(-3).forward([ones(1)] as Table)).toThrow(IndexError);
  expect(() => new NarrowTable(0, 0)).toThrow("NarrowTable: expected a whole length of at least 1, got 0");
  expect(() => new NarrowTable(0.5)).toThrow(ArgumentError);
});

test("tensors are refused where tables are taken", () => {
  const modules: readonly AnyModule[] = [new FlattenTable(), new SelectTable(0), new NarrowTable(0), new ZipTable()];
  for (const module of modules) {
    expect(() => module.forward(ones(2))).toThrow(
      `${module.describe()}: expected an input that is a table, got a tensor [2]`,
    );
  }
});

test("FlattenTable nests gradients as the input", () => {
  const flatten = new FlattenTable();
  const table = [ones(1), [[ones(2)], ones(3)]] as const;
  flatten.forward(table);
  expect(formatSizes(flatten.backward(table, [ones(1), ones(2), ones(3)]))).toBe("{[1], {{[2]}, [3]}}");
  expect(() => flatten.backward(table, [ones(1), ones(2)])).toThrow(ShapeError);
});

test("ZipTable refuses rows of different lengths", () => {
  const ragged: readonly Table[] = [[ones(1)], [ones(1), ones(1)]];
  expect(() => new ZipTable().forward(ragged)).toThrow(
    "ZipTable: expected a table of tables of one length, got a table {{[1]}, {[1], [1]}}",
  );
  expect(() => new ZipTableOneToMany().forward([ones(1), []])).toThrow(ShapeError);
  expect(() => loose(new ZipTableOneToMany()).forward([ones(1)])).toThrow("a table of 2 members");
});

test("JoinTable counts dimensions as asked, and joins whole numbers too", () => {
  expect(new JoinTable(0, { nInputDims: 1 }).forward([ones(2, 1), ones(2, 3)]).size()).toEqual([2, 4]);
  expect(new JoinTable(0, { nInputDims: 1 }).forward([ones(1), ones(3)]).size()).toEqual([4]);
  expect(new JoinTable(-1, { nInputDims: 1 }).forward([ones(2, 1), ones(2, 3)]).size()).toEqual([2, 4]);
  const words = new JoinTable(0).forward([tensor([1], int32), tensor([2, 3], int32)]);
  expect([words.dtype, words.toArray()]).toEqual(["int32", [1, 2, 3]]);
});

test("JoinTable takes shorter tables after longer ones", () => {
  const join = new JoinTable(0);
  join.forward([ones(1), ones(2), ones(3)]);
  join.backward([ones(1), ones(2), ones(3)], ones(6));
  join.forward([ones(2), ones(2)]);
  expect(join.backward([ones(2), ones(2)], range(1, 4)).map((gradient) => gradient.toArray())).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test("JoinTable refuses tensors that do not go together, and leaves its output", () => {
  const join = new JoinTable(0);
  join.forward([ones(1), ones(2)]);
  expect(() => join.forward([ones(2, 2), ones(2, 3)])).toThrow(
    "JoinTable(0): expected tensors that differ only in dimension 0, got [2, 2] and [2, 3]",
  );
  expect(() => join.forward([ones(2), ones(2, 3)])).toThrow(ShapeError);
  expect(() => join.forward([ones(2), tensor([1], int32)])).toThrow(DTypeError);
  expect(() => join.forward([])).toThrow("JoinTable(0): expected a table of tensors as input, got a table {}");
  expect(() => loose(join).forward([ones(2), [ones(2)]])).toThrow(ShapeError);
  expect(() => join.backward([ones(1), ones(2)], ones(4))).toThrow(
    "JoinTable(0): expected a gradOutput of size [3], got [4]",
  );
  expect(join.output.toArray()).toEqual([1, 1, 1]);
  expect(() => new JoinTable(0, { nInputDims: 0 })).toThrow(ArgumentError);
  expect(() => new JoinTable(1).forward([ones(2)])).toThrow(IndexError);
});

test("SplitTable gives views of its input", () => {
  const x = zeros(2, 3);
  const [, second] = new SplitTable(1).forward(x);
  second.fill(7);
  expect(x.toArray()).toEqual([
    [0, 7, 0],
    [0, 7, 0],
  ]);
  expect(new SplitTable(0, { nInputDims: 1 }).forward(x).length).toBe(3);
  expect(new SplitTable(0, { nInputDims: 2 }).forward(x).length).toBe(2);
  const split = new SplitTable(0);
  split.forward(x);
  split.clearState();
  expect(x.sum()).toBe(14);
});

test("SplitTable refuses vectors and gradients that are not of its slices", () => {
  const split = new SplitTable(0);
  expect(() => split.forward(ones(3))).toThrow("SplitTable(0): expected a tensor of at least 2 dimensions, got [3]");
  split.forward(ones(2, 3));
  expect(() => split.backward(ones(2, 3), [ones(3)])).toThrow("a table of 2 members");
  expect(() => split.backward(ones(2, 3), [ones(3), ones(2)])).toThrow(
    "SplitTable(0): expected a member 1 of gradOutput of size [3], got [2]",
  );
  expect(split.gradInput.nElement()).toBe(0);
});

test("MixtureTable weighs the experts of each sample by its gates", () => {
  const gates = tensor([
    [1, 0],
    [0.5, 2],
  ]);
  const experts = [
    tensor([
      [1, 2],
      [3, 4],
    ]),
    tensor([
      [10, 20],
      [30, 40],
    ]),
  ];
  const mixture = new MixtureTable();
  expect(mixture.forward([gates, experts]).toArray()).toEqual([
    [1, 2],
    [61.5, 82],
  ]);
  const [dGates] = mixture.backward([gates, experts], ones(2, 2));
  expect(dGates.toArray()).toEqual([
    [3, 30],
    [7, 70],
  ]);
  const joined = tensor([
    [
      [1, 2],
      [10, 20],
    ],
    [
      [3, 4],
      [30, 40],
    ],
  ]);
  expect(mixture.forward([gates, joined]).toArray()).toEqual([
    [1, 2],
    [61.5, 82],
  ]);
  expect(new MixtureTable(-1).forward([gates, joined.transpose(1, 2)]).toArray()).toEqual([
    [1, 2],
    [61.5, 82],
  ]);
});

test("MixtureTable takes a batch of another size, and one sample, after each other", () => {
  const mixture = new MixtureTable();
  mixture.forward([ones(3, 2), [ones(3, 2), ones(3, 2)]]);
  expect(mixture.forward([ones(3, 2), [ones(3, 4), ones(3, 4)]]).size()).toEqual([3, 4]);
  expect(mixture.forward([ones(2), [ones(4), ones(4)]]).toArray()).toEqual([2, 2, 2, 2]);
});

test("MixtureTable refuses experts that do not go with the gates", () => {
  const mixture = new MixtureTable();
  expect(() => mixture.forward([ones(4, 3), [ones(4, 2), ones(4, 2)]])).toThrow(
    "MixtureTable: expected 3 experts of one size with 4 samples for gates [4, 3], got {[4, 2], [4, 2]}",
  );
  expect(() => mixture.forward([ones(2), [ones(4), ones(3)]])).toThrow(ShapeError);
  expect(() => mixture.forward([ones(4, 2), ones(4, 3, 2)])).toThrow(ShapeError);
  expect(() => new MixtureTable(0).forward([ones(4, 2), ones(2, 4, 2)])).toThrow("behind that of the samples");
  expect(() => mixture.forward([ones(2, 2, 2), ones(4, 3, 2)])).toThrow("expected gates [E] or [N, E], got [2, 2, 2]");
  expect(() => mixture.forward([ones(2), [ones(4).to("float64"), ones(4).to("float64")]])).toThrow(DTypeError);
  expect(mixture.output.nElement()).toBe(0);
  expect(() => new MixtureTable(0.5)).toThrow(ArgumentError);
});

test("Index adds up gradients, gives none to indices, and names indices that are not there", () => {
  const index = new Index(1);
  const x = range(1, 6).view(2, 3);
  const pair = [x, tensor([2, 2], int32)] as const;
  expect(index.forward(pair).toArray()).toEqual([
    [3, 3],
    [6, 6],
  ]);
  const [dx, dIndices] = index.backward(pair, ones(2, 2));
  expect(dx.toArray()).toEqual([
    [0, 0, 2],
    [0, 0, 2],
  ]);
  expect([dIndices.dtype, dIndices.toArray()]).toEqual(["int32", [0, 0]]);
  expect(() => index.forward([x, tensor([0, 3], int32)])).toThrow(
    "Index(1): expected indices from 0 to 2 for [2, 3], got 3",
  );
  expect(() => index.forward([x, tensor([-1], int32)])).toThrow(IndexError);
  expect(() => index.forward([x, ones(2)])).toThrow("Index(1): expected int32 indices, got float32");
  expect(() => index.forward([x, zeros([1, 1], int32)])).toThrow("expected a vector of indices, got [1, 1]");
  expect(() => new Index(2).forward(pair)).toThrow(IndexError);
  expect(index.output.size()).toEqual([2, 2]);
});

test("MaskedSelect puts gradients back where elements came from", () => {
  const select = new MaskedSelect();
  const x = range(1, 4).view(2, 2);
  const mask = x.gt(2);
  expect(select.forward([x, mask]).toArray()).toEqual([3, 4]);
  const [dx, dMask] = select.backward([x, mask], tensor([10, 20]));
  expect(dx.toArray()).toEqual([
    [0, 0],
    [10, 20],
  ]);
  expect([dMask.dtype, dMask.sum()]).toEqual(["uint8", 0]);
  expect(select.forward([x, x.gt(9)]).nElement()).toBe(0);
  expect(select.backward([x, x.gt(9)], zeros([]))[0].sum()).toBe(0);
  expect(() => select.forward([x, ones(2, 2)])).toThrow("MaskedSelect: expected a uint8 mask, got float32");
  expect(() => select.forward([ones(3), mask])).toThrow(
    "MaskedSelect: expected a mask of size [3], as the tensor, got [2, 2]",
  );
});

test("CriterionTable ends a network in its loss", () => {
  const net = new Sequential<readonly [Tensor, Tensor]>()
    .add(new ParallelTable().add(new Tanh()).add(new Identity()))
    .add(new CriterionTable(new MSECriterion()));
  const pair = [tensor([0, 0]), tensor([1, 3])] as const;
  expect(net.forward(pair).toArray()).toEqual([5]);
  const [dInput, dTarget] = net.backward(pair, tensor([2]));
  expect([dInput.toArray(), dTarget.toArray()]).toEqual([
    [-2, -6],
    [0, 0],
  ]);
  expect(() => loose(new CriterionTable(new MSECriterion())).forward([ones(1)])).toThrow(
    "CriterionTable(MSECriterion): expected an input that is a table of 2 members",
  );
});

test("CriterionTable takes labels, and converts and copies its criterion", () => {
  const loss = new CriterionTable(new ClassNLLCriterion());
  const pair = [tensor([[-1, -2]]), tensor([1], int32)] as const;
  expect(loss.forward(pair).toArray()).toEqual([2]);
  const [scores, labels] = loss.backward(pair, ones(1));
  expect([scores.toArray(), labels.dtype]).toEqual([[[0, -1]], "int32"]);
  expect(loss.clone().criterion).not.toBe(loss.criterion);
  expect(loss.double().criterion.type()).toBe("float64");
  expect(() => loss.backward(pair, ones(2))).toThrow(DTypeError);
});

test("layers of tables print their class, and messages their settings", () => {
  const modules: readonly { describe(): string }[] = [new JoinTable(1), new SplitTable(-1), new Index(0)];
  expect(modules.map(String)).toEqual(["nn.JoinTable", "nn.SplitTable", "nn.Index"]);
  expect(modules.map((module) => module.describe())).toEqual(["JoinTable(1)", "SplitTable(-1)", "Index(0)"]);
  expect(String(new SelectTable(2))).toBe("nn.SelectTable(2)");
});

test("gradients of tables are the same tensors step after step", () => {
  const join = new JoinTable(0);
  const table = [ones(1), ones(2)];
  join.forward(table);
  const first = [...join.backward(table, ones(3))];
  join.forward(table);
  const second: readonly Activation[] = join.backward(table, ones(3));
  expect(second.every((gradient, i) => gradient === first[i])).toBe(true);
});

/** A module for input that does not compile. */
test("modules that take a tensor name a table, and those that take a table name what is nothing", () => {
  const table: Table = [ones(2, 3)];
  for (const module of [new SplitTable(0), new Parallel(0, 0), new Bottle(new Tanh()), new CReLU(1)]) {
    expect(() => loose(module).forward(table)).toThrow(
      `${module.describe()}: expected an input that is a tensor, got a table {[2, 3]}`,
    );
  }
  const beyond = table[1];
  expect(() => loose(new JoinTable(0)).forward([ones(2), beyond])).toThrow(
    "JoinTable(0): expected a table of tensors as input, got a table {[2], undefined}",
  );
  expect(() => loose(new SplitTable(0)).forward(beyond)).toThrow("expected an input that is a tensor, got undefined");
});

function loose(module: AnyModule): AnyModule {
  return module;
}
