import { Linear, Tanh } from "@rushlight/layers";
import { Module } from "@rushlight/module";
import { type Tensor, zeros } from "@rushlight/tensor";
import { expectTypeOf, test } from "vitest";
import { Identity, ParallelTable, SelectTable, Sequential, sequential } from "../src/index.ts";

const x: Tensor = zeros(2);

type Pair = readonly [Tensor, Tensor];

declare class Split extends Module<Tensor, Pair> {
  updateOutput(input: Tensor): Pair;
  updateGradInput(input: Tensor, gradOutput: Pair): Tensor;
}
declare class Join extends Module<Pair, Tensor> {
  updateOutput(input: Pair): Tensor;
  updateGradInput(input: Pair, gradOutput: Tensor): Pair;
}
declare class Add extends Module<readonly Tensor[], Tensor> {
  updateOutput(input: readonly Tensor[]): Tensor;
  updateGradInput(input: readonly Tensor[], gradOutput: Tensor): readonly Tensor[];
}

test("ParallelTable takes and gives tuples", () => {
  const net = new ParallelTable().add(new Linear(2, 3)).add(new Join());
  expectTypeOf(net.forward([x, [x, x]])).toEqualTypeOf<readonly [Tensor, Tensor]>();
  expectTypeOf(net.gradInput).toEqualTypeOf<readonly [Tensor, Pair]>();
  // @ts-expect-error: a tensor for a Join
  net.forward([x, x]);
  // @ts-expect-error: three members for two modules
  net.forward([x, [x, x], x]);
  expectTypeOf(sequential(net, new Add()).forward([x, [x, x]])).toEqualTypeOf<Tensor>();
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
