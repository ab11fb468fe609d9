import { ClassNLLCriterion, MSECriterion } from "@rushlight/criterion";
import { Linear, Tanh } from "@rushlight/layers";
import { Module, type Table } from "@rushlight/module";
import { type Tensor, zeros } from "@rushlight/tensor";
import { expectTypeOf, test } from "vitest";
import {
  Bottle,
  CAddTable,
  CAddTensorTable,
  CDivTable,
  Concat,
  ConcatTable,
  CosineDistance,
  CriterionTable,
  CSubTable,
  Decorator,
  DotProduct,
  FlattenTable,
  GradientReversal,
  Identity,
  Index,
  JoinTable,
  MapTable,
  MaskedSelect,
  MM,
  MV,
  NaN as NaNGuard,
  NarrowTable,
  PairwiseDistance,
  ParallelTable,
  Profile,
  SelectTable,
  Sequential,
  SplitTable,
  sequential,
  WeightNorm,
  ZipTable,
  ZipTableOneToMany,
} from "../src/index.ts";
import type { JointMismatch } from "../src/sequential/joints.ts";

const x: Tensor = zeros(2);

/**
 * Whether each of two types can stand for the other. For the compiler, tuples with tensors in them that were made in
 * different ways are not always identical.
 */
type Same<A, B> = [A, B] extends [B, A] ? true : false;

declare function same<Wanted>(): <Given>(value: Given) => Same<Given, Wanted>;

type Pair = readonly [Tensor, Tensor];

declare class Split extends Module<Tensor, Pair> {
  updateOutput(input: Tensor): Pair;
  updateGradInput(input: Tensor, gradOutput: Pair): Tensor;
}
declare class Join extends Module<Pair, Tensor> {
  updateOutput(input: Pair): Tensor;
  updateGradInput(input: Pair, gradOutput: Tensor): Pair;
}

test("ParallelTable takes and gives tuples", () => {
  const net = new ParallelTable().add(new Linear(2, 3)).add(new Join());
  expectTypeOf(net.forward([x, [x, x]])).toEqualTypeOf<readonly [Tensor, Tensor]>();
  expectTypeOf(net.gradInput).toEqualTypeOf<readonly [Tensor, Pair]>();
  // @ts-expect-error: a tensor for a Join
  net.forward([x, x]);
  // @ts-expect-error: three members for two modules
  net.forward([x, [x, x], x]);
  expectTypeOf(sequential(net, new CAddTable()).forward([x, [x, x]])).toEqualTypeOf<Tensor>();
});

test("SelectTable picks the right member", () => {
  const net = sequential(new ParallelTable().add(new Linear(2, 3)).add(new Split()), new SelectTable(1));
  expectTypeOf(net.forward([x, x])).toEqualTypeOf<Pair>();
  expectTypeOf(new SelectTable(0).forward([x, [x]])).toEqualTypeOf<Tensor>();
  expectTypeOf(new SelectTable(-1).forward([x, x])).toEqualTypeOf<Tensor>();
  // @ts-expect-error: a pair has no third member
  sequential(new Split(), new SelectTable(2), new Tanh());
  // @ts-expect-error: a pair for a Tanh
  sequential(new ParallelTable().add(new Linear(2, 3)).add(new Split()), new SelectTable(1), new Tanh());
  sequential(new ParallelTable().add(new Linear(2, 3)).add(new Split()), new SelectTable(0), new Tanh());
  // @ts-expect-error: no table
  sequential(new Linear(2, 3), new SelectTable(0));
});

test("Identity gives the type that it takes", () => {
  expectTypeOf(new Identity().forward([x] as const)).toEqualTypeOf<readonly [Tensor]>();
  expectTypeOf(sequential(new Split(), new Identity(), new Join()).forward(x)).toEqualTypeOf<Tensor>();
  expectTypeOf(new Sequential().add(new Split()).add(new Identity()).forward(x)).toEqualTypeOf<Pair>();
  // @ts-expect-error: the pair goes through
  sequential(new Split(), new Identity(), new Tanh());
});

test("modules added one statement at a time take tables of any length", () => {
  const net = new ParallelTable();
  net.add(new Linear(2, 3));
  net.add(new Tanh());
  net.forward([x, x]);
});

declare class Lookup extends Module<Tensor<"int32">, Tensor> {
  updateOutput(input: Tensor<"int32">): Tensor;
  updateGradInput(input: Tensor<"int32">, gradOutput: Tensor): Tensor<"int32">;
}
declare class Three extends Module<Tensor, readonly [Tensor, Pair, Tensor]> {
  updateOutput(input: Tensor): readonly [Tensor, Pair, Tensor];
  updateGradInput(input: Tensor, gradOutput: readonly [Tensor, Pair, Tensor]): Tensor;
}

test("ParallelTable takes words and numbers side by side", () => {
  const net = sequential(new ParallelTable().add(new Lookup()).add(new Linear(3, 2)), new CAddTable());
  const words = zeros([2], { dtype: "int32" });
  expectTypeOf(net.forward([words, x])).toEqualTypeOf<Tensor>();
  // @ts-expect-error: one member for two modules
  net.forward([words]);
});

test("ParallelTable follows the types of what its modules are given", () => {
  const net = sequential(new Three(), new ParallelTable().add(new Identity()).add(new SelectTable(1)).add(new Tanh()));
  expectTypeOf(same<readonly [Tensor, Tensor, Tensor]>()(net.forward(x))).toEqualTypeOf<true>();
  // @ts-expect-error: the second member is a pair
  sequential(new Three(), new ParallelTable().add(new Tanh()).add(new Tanh()).add(new Tanh()));
  // @ts-expect-error: two members for three modules
  sequential(new Split(), new ParallelTable().add(new Tanh()).add(new Tanh()).add(new Tanh()));
  sequential(new SplitTable(0), new ParallelTable().add(new Tanh()).add(new Identity()), new CAddTable());
  // @ts-expect-error: the members are tensors, not pairs
  sequential(new SplitTable(0), new ParallelTable().add(new Tanh()).add(new Join()));
});

test("ConcatTable gives a tuple of what its modules give", () => {
  const net = new ConcatTable().add(new Linear(2, 3)).add(new Identity()).add(new Split());
  expectTypeOf(net.forward(x)).toEqualTypeOf<readonly [Tensor, Tensor, Pair]>();
  expectTypeOf(net.backward(x, [x, x, [x, x]])).toEqualTypeOf<Tensor>();
  // @ts-expect-error: a gradient for each module
  net.backward(x, [x, x]);
  // @ts-expect-error: it takes a tensor, not a pair
  new ConcatTable().add(new Join());
  // @ts-expect-error: the third member is a pair
  sequential(net, new CAddTable());
  sequential(net, new NarrowTable(0, 2), new CAddTable());
});

test("ConcatTable of a table follows its type", () => {
  const pairs = new ConcatTable<Pair>().add(new SelectTable(1)).add(new Identity()).add(new CAddTable());
  expectTypeOf(same<readonly [Tensor, Pair, Tensor]>()(pairs.forward([x, x]))).toEqualTypeOf<true>();
  const tables = new ConcatTable<Table>().add(new SelectTable(1)).add(new Identity());
  expectTypeOf(sequential(new Split(), tables).forward(x)).toEqualTypeOf<readonly [Tensor, Pair]>();
  // @ts-expect-error: a pair has no third member
  new ConcatTable<Pair>().add(new SelectTable(2));
  // @ts-expect-error: a pair has no third member
  sequential(new Split(), new ConcatTable<Table>().add(new SelectTable(2)));
});

test("Concat joins what gives tensors", () => {
  expectTypeOf(new Concat(0).add(new Linear(2, 3)).add(new Identity()).forward(x)).toEqualTypeOf<Tensor>();
  expectTypeOf(
    new Concat<Pair>(0).add(new SelectTable(0)).add(new CAddTable()).forward([x, x]),
  ).toEqualTypeOf<Tensor>();
  // @ts-expect-error: a pair can not be joined
  new Concat(0).add(new Split());
  // @ts-expect-error: what the identity gives of a pair can not be joined
  new Concat<Pair>(0).add(new Identity());
});

test("MapTable applies a module to each member", () => {
  expectTypeOf(same<Pair>()(new MapTable(new Linear(2, 3)).forward([x, x] as const))).toEqualTypeOf<true>();
  expectTypeOf(sequential(new Split(), new MapTable(new Split())).forward(x)).toEqualTypeOf<readonly [Pair, Pair]>();
  expectTypeOf(sequential(new SplitTable(0), new MapTable(new Tanh())).forward(x)).toEqualTypeOf<readonly Tensor[]>();
  expectTypeOf(sequential(new Three(), new MapTable(new Identity())).forward(x)).toEqualTypeOf<
    readonly [Tensor, Pair, Tensor]
  >();
  // @ts-expect-error: one member is a pair
  sequential(new Three(), new MapTable(new Tanh()));
  // @ts-expect-error: no table
  sequential(new Tanh(), new MapTable(new Tanh()));
});

test("the gradient of a selection is nested as what came in", () => {
  const table = [x, [x, x]] as const;
  expectTypeOf(same<readonly [Tensor, Pair]>()(new SelectTable(1).backward(table, [x, x]))).toEqualTypeOf<true>();
  expectTypeOf(same<readonly [Tensor, Pair]>()(new NarrowTable(0).backward(table, [x]))).toEqualTypeOf<true>();
  expectTypeOf(same<readonly [Tensor, Pair]>()(new FlattenTable().backward(table, [x, x, x]))).toEqualTypeOf<true>();
  expectTypeOf(same<readonly [Tensor, Pair]>()(new Identity().backward(table, table))).toEqualTypeOf<true>();
  expectTypeOf(new GradientReversal().backward(x, x)).toEqualTypeOf<Tensor>();
  // @ts-expect-error: the second member is a pair
  new SelectTable(1).backward(table, x);
});

test("NarrowTable gives a part of a tuple", () => {
  expectTypeOf(sequential(new Three(), new NarrowTable(1, 2)).forward(x)).toEqualTypeOf<readonly [Pair, Tensor]>();
  expectTypeOf(sequential(new Three(), new NarrowTable(1)).forward(x)).toEqualTypeOf<readonly [Pair]>();
  expectTypeOf(sequential(new SplitTable(0), new NarrowTable(1, 2)).forward(x)).toEqualTypeOf<readonly Tensor[]>();
  // @ts-expect-error: there are three members
  sequential(new Three(), new NarrowTable(1, 3));
  // @ts-expect-error: no table
  sequential(new Tanh(), new NarrowTable(0));
  // @ts-expect-error: a pair for a Tanh
  sequential(new Three(), new NarrowTable(1), new SelectTable(0), new Tanh());
});

test("FlattenTable gives the tensors of nested tuples", () => {
  expectTypeOf(sequential(new Three(), new FlattenTable()).forward(x)).toEqualTypeOf<
    readonly [Tensor, Tensor, Tensor, Tensor]
  >();
  expectTypeOf(new FlattenTable().forward([[[x]], x])).toEqualTypeOf<readonly [Tensor, Tensor]>();
  expectTypeOf(sequential(new SplitTable(0), new FlattenTable()).forward(x)).toEqualTypeOf<readonly Tensor[]>();
  sequential(new Three(), new FlattenTable(), new CAddTable());
  // @ts-expect-error: it has four members
  sequential(new Three(), new FlattenTable(), new CSubTable());
});

test("ZipTable exchanges rows and columns", () => {
  const rows = new ConcatTable().add(new Three()).add(new Three());
  expectTypeOf(
    same<readonly [Pair, readonly [Pair, Pair], Pair]>()(sequential(rows, new ZipTable()).forward(x)),
  ).toEqualTypeOf<true>();
  // @ts-expect-error: rows of different lengths
  sequential(new ConcatTable().add(new Three()).add(new Split()), new ZipTable());
  // @ts-expect-error: the members are no tables
  sequential(new Split(), new ZipTable());
});

test("ZipTableOneToMany makes pairs", () => {
  const oneAndMany = new ConcatTable().add(new Identity()).add(new Three());
  expectTypeOf(
    same<readonly [Pair, readonly [Tensor, Pair], Pair]>()(sequential(oneAndMany, new ZipTableOneToMany()).forward(x)),
  ).toEqualTypeOf<true>();
  // @ts-expect-error: the second member is no table
  sequential(new Split(), new ZipTableOneToMany());
});

test("CAddTensorTable gives as many tensors as it takes", () => {
  const oneAndMany = new ConcatTable().add(new Identity()).add(new Split());
  expectTypeOf(same<Pair>()(sequential(oneAndMany, new CAddTensorTable()).forward(x))).toEqualTypeOf<true>();
  expectTypeOf(same<Pair>()(new CAddTensorTable().forward([x, [x, x]]))).toEqualTypeOf<true>();
  // @ts-expect-error: a table in the table
  sequential(new ConcatTable().add(new Identity()).add(new Three()), new CAddTensorTable());
});

test("arithmetic takes tables of tensors", () => {
  expectTypeOf(new CAddTable().forward([x, x, x])).toEqualTypeOf<Tensor>();
  expectTypeOf(new JoinTable(0).forward([x, x, x])).toEqualTypeOf<Tensor>();
  // @ts-expect-error: a table that holds a table
  new CAddTable().forward([x, [x]]);
  // @ts-expect-error: a tensor
  new CAddTable().forward(x);
  // @ts-expect-error: a table that holds a table
  sequential(new Three(), new CAddTable());
  // @ts-expect-error: a tensor
  sequential(new Tanh(), new JoinTable(0));
});

test("what takes pairs takes nothing else", () => {
  const modules = [
    new CSubTable(),
    new CDivTable(),
    new DotProduct(),
    new CosineDistance(),
    new PairwiseDistance(),
    new MM(),
    new MV(),
    new Index(0),
    new MaskedSelect(),
  ] as const;
  for (const module of modules) {
    expectTypeOf(module.forward([x, x])).toEqualTypeOf<Tensor>();
    expectTypeOf(module.backward([x, x], x)).toEqualTypeOf<Pair>();
    // @ts-expect-error: three tensors
    module.forward([x, x, x]);
    // @ts-expect-error: one tensor
    module.forward([x]);
  }
  sequential(new Split(), new CSubTable(), new Tanh());
  // @ts-expect-error: three members
  sequential(new Three(), new CSubTable());
  // @ts-expect-error: a table of any length
  sequential(new SplitTable(0), new CSubTable());
});

test("decorators have the types of what they hold", () => {
  expectTypeOf(new Bottle(new Linear(2, 3)).forward(x)).toEqualTypeOf<Tensor>();
  expectTypeOf(new NaNGuard(new Split()).forward(x)).toEqualTypeOf<Pair>();
  expectTypeOf(new Profile(new Join()).forward([x, x])).toEqualTypeOf<Tensor>();
  expectTypeOf(new WeightNorm(new Linear(2, 3)).backward(x, x)).toEqualTypeOf<Tensor>();
  expectTypeOf(
    sequential(new Split(), new Decorator(new SelectTable(0)), new Tanh()).forward(x),
  ).toEqualTypeOf<Tensor>();
  expectTypeOf(sequential(new Three(), new NaNGuard(new Identity())).forward(x)).toEqualTypeOf<
    readonly [Tensor, Pair, Tensor]
  >();
  // @ts-expect-error: it holds a Join
  new Profile(new Join()).forward(x);
  // @ts-expect-error: it holds one that gives a pair
  sequential(new NaNGuard(new Split()), new Tanh());
  // @ts-expect-error: it holds one that gives a pair
  new Bottle(new Split());
});

test("CriterionTable takes what its criterion takes", () => {
  expectTypeOf(new CriterionTable(new MSECriterion()).forward([x, x])).toEqualTypeOf<Tensor>();
  expectTypeOf(new CriterionTable(new ClassNLLCriterion()).backward([x, x], x)).toEqualTypeOf<Pair>();
  // @ts-expect-error: the target is missing
  new CriterionTable(new MSECriterion()).forward([x]);
});

test("a wrong joint names what is given and what is taken", () => {
  const chain = new Sequential().add(new Three());
  type Wrong = Parameters<typeof chain.add<CSubTable>>[0];
  expectTypeOf<Wrong>().toEqualTypeOf<CSubTable & JointMismatch<readonly [Tensor, Pair, Tensor], Pair>>();
  type Short = Parameters<typeof chain.add<NarrowTable<1, 3>>>[0];
  expectTypeOf<Short>().toExtend<JointMismatch<readonly [Tensor, Pair, Tensor], unknown>>();
});

test("what follows its input does so in a call of its own", () => {
  expectTypeOf(
    new ParallelTable()
      .add(new Identity())
      .add(new SelectTable(1))
      .forward([x, [x, x]]),
  ).toEqualTypeOf<readonly [Tensor, Tensor]>();
  expectTypeOf(new ConcatTable<Table>().add(new SelectTable(0)).forward([x, [x]])).toEqualTypeOf<readonly [Tensor]>();
  expectTypeOf(new Decorator(new Identity()).forward(x)).toEqualTypeOf<Tensor>();
  const net = new ParallelTable().add(new Tanh()).add(new Join());
  const takes = (module: Module<readonly [Tensor, Pair], Pair>): unknown => module;
  takes(net);
  // @ts-expect-error: it takes a pair as its second member
  net.forward([x, x]);
});
