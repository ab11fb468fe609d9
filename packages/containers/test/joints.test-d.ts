import { Linear, Tanh } from "@rushlight/layers";
import { Module } from "@rushlight/module";
import { type Tensor, zeros } from "@rushlight/tensor";
import { expectTypeOf, test } from "vitest";
import { Sequential, sequential } from "../src/index.ts";

type Pair = readonly [Tensor, Tensor];

declare class Split extends Module<Tensor, Pair> {
  updateOutput(input: Tensor): Pair;
  updateGradInput(input: Tensor, gradOutput: Pair): Tensor;
}
declare class Join extends Module<Pair, Tensor> {
  updateOutput(input: Pair): Tensor;
  updateGradInput(input: Pair, gradOutput: Tensor): Pair;
}
declare class Any extends Module<Tensor | readonly Tensor[], Tensor> {
  updateOutput(input: Tensor | readonly Tensor[]): Tensor;
  updateGradInput(input: Tensor | readonly Tensor[], gradOutput: Tensor): Tensor | readonly Tensor[];
}

test("a Linear takes no table", () => {
  const linear = new Linear(2, 3);
  // @ts-expect-error: a table
  linear.forward([zeros(2)]);
  // @ts-expect-error: a table
  linear.backward(zeros(2), [zeros(3)]);
  expectTypeOf(linear.forward(zeros(2))).toEqualTypeOf<Tensor>();
});

test("a chain takes what its first module takes and gives what its last one gives", () => {
  expectTypeOf(new Sequential().add(new Linear(2, 3)).add(new Split()).forward(zeros(2))).toEqualTypeOf<Pair>();
  expectTypeOf(sequential(new Join(), new Tanh(), new Split()).forward([zeros(2), zeros(2)])).toEqualTypeOf<Pair>();
  expectTypeOf(sequential(new Join(), new Tanh()).backward([zeros(2), zeros(2)], zeros(2))).toEqualTypeOf<Pair>();
  // @ts-expect-error: the chain takes a pair
  sequential(new Join(), new Tanh()).forward(zeros(2));
});

test("a module after one that gives something else does not compile", () => {
  // @ts-expect-error: a pair for a Linear
  new Sequential().add(new Split()).add(new Linear(2, 3));
  // @ts-expect-error: a pair for a Linear
  sequential(new Split(), new Linear(2, 3));
  // @ts-expect-error: a tensor for a Join
  sequential(new Linear(2, 3), new Join());
  // @ts-expect-error: a pair for a Tanh, further on
  sequential(new Linear(2, 3), new Split(), new Tanh(), new Linear(3, 1));
  sequential(new Linear(2, 3), new Split(), new Join(), new Linear(3, 1));
});

test("a module that takes more than it is given fits", () => {
  expectTypeOf(sequential(new Linear(2, 3), new Any()).forward(zeros(2))).toEqualTypeOf<Tensor>();
  expectTypeOf(new Sequential().add(new Linear(2, 3)).add(new Any()).forward(zeros(2))).toEqualTypeOf<Tensor>();
});

test("chains nest", () => {
  const inner = sequential(new Split(), new Join());
  expectTypeOf(sequential(new Linear(2, 3), inner, new Tanh()).forward(zeros(2))).toEqualTypeOf<Tensor>();
  // @ts-expect-error: a pair from the inner chain for a Tanh
  sequential(sequential(new Tanh(), new Split()), new Tanh());
});

test("modules added one statement at a time make a network from tensor to tensor", () => {
  const net = new Sequential();
  net.add(new Linear(2, 3));
  net.add(new Tanh());
  expectTypeOf(net.forward(zeros(2))).toEqualTypeOf<Tensor>();
});

test("a chain that begins with a table says so, or is written with sequential", () => {
  expectTypeOf(new Sequential<Pair>().add(new Join()).forward([zeros(2), zeros(2)])).toEqualTypeOf<Tensor>();
  // @ts-expect-error: a chain begins with a tensor
  new Sequential().add(new Join());
});

test("get gives a module from tensor to tensor unless the caller knows better", () => {
  const net = sequential(new Linear(2, 3), new Split());
  expectTypeOf(net.get(0).gradInput).toEqualTypeOf<Tensor>();
  expectTypeOf(net.get<Split>(1).output).toEqualTypeOf<Pair>();
});

test("a chain goes where any chain, or any module, of its types is asked for", () => {
  const train = (net: Sequential, module: Module): void => {
    net.forward(zeros(2));
    module.forward(zeros(2));
  };
  const net = sequential(new Linear(2, 3), new Tanh());
  train(net, net);
  train(new Sequential().add(new Linear(2, 3)), new Linear(2, 3));
  // @ts-expect-error: it gives a pair
  train(sequential(new Linear(2, 3), new Split()), net);
});
