import { CMul, Linear, Sum, Tanh } from "@rushlight/layers";
import { type Activation, Module } from "@rushlight/module";
import { checkModule } from "@rushlight/module/testing";
import { DTypeError, manualSeed, ones, randn, range, ShapeError, Tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Concat, sequential } from "../src/index.ts";

test("Concat keeps what a module promises", () => {
  manualSeed(2);
  const columns = new Concat(1).add(new Linear(3, 2)).add(sequential(new Linear(3, 4), new Tanh()));
  expect(checkModule(columns, randn(4, 3), { batch: false }).skipped).toEqual(["batching"]);
  expect(checkModule(new Concat(-1).add(new Linear(3, 2)).add(new Linear(3, 3)), randn(4, 3)).skipped).toEqual([]);
  expect(checkModule(new Concat(0).add(new CMul(3)).add(new Sum()), randn(3)).skipped).toEqual(["batching"]);
});

test("Concat joins outputs and adds up input gradients", () => {
  const product = new CMul(5);
  const net = new Concat(0).add(product).add(new Sum());
  const y = net.forward(range(1, 5));
  expect(y.size()).toEqual([6]);
  expect(y.get(5)).toBe(15);
  const g = net.backward(range(1, 5), ones(6));
  expect(g.toArray()).toEqual(product.weight.clone().add(1).toArray());
});

test("children that do not need an input gradient are left out of the sum", () => {
  const net = new Concat(0).add(new CMul(2)).add(new Sum());
  net.get(0).needsGradInput = false;
  net.forward(ones(2));
  expect(net.backward(ones(2), ones(3)).toArray()).toEqual([1, 1]);
  net.needsGradInput = false;
  expect(net.backward(ones(2), ones(3)).nElement()).toBe(0);
});

test("tables go to every child, and their gradients add up", () => {
  class First extends Module<readonly [Tensor, Tensor], Tensor> {
    override gradInput: readonly [Tensor, Tensor] = [new Tensor(), new Tensor()];
    override updateOutput([first]: readonly [Tensor, Tensor]): Tensor {
      this.output = first;
      return first;
    }
    override updateGradInput([, second]: readonly [Tensor, Tensor], gradOutput: Tensor): readonly [Tensor, Tensor] {
      this.gradInput = [gradOutput.clone(), second.clone().zero()];
      return this.gradInput;
    }
  }
  const net = new Concat<readonly [Tensor, Tensor]>(0).add(new First()).add(new First());
  const table = [ones(2), ones(3)] as const;
  expect(net.forward(table).size()).toEqual([4]);
  const [a, b] = net.backward(table, range(1, 4));
  expect([a.toArray(), b.toArray()]).toEqual([
    [4, 6],
    [0, 0, 0],
  ]);
});

test("outputs that do not join are refused", () => {
  expect(() => new Concat(0).forward(ones(2))).toThrow("Concat: expected at least one module, got none");
  const rows = new Concat(0).add(new Linear(3, 2)).add(new Linear(3, 4));
  expect(() => rows.forward(ones(5, 3))).toThrow("differ only in dimension 0, got [5, 2] and [5, 4]");
  expect(() => new Concat(2).add(new Tanh()).forward(ones(5, 3))).toThrow("dimension 2");
  const mixed = new Concat(0).add(new Tanh()).add(new ToDouble());
  expect(() => mixed.forward(ones(2))).toThrow(DTypeError);
  const net = new Concat(0).add(new Tanh());
  net.forward(ones(2));
  expect(() => net.backward(ones(2), ones(3))).toThrow(ShapeError);
});

class ToDouble extends Module {
  override updateOutput(input: Tensor): Tensor {
    this.output = input.to("float64");
    return this.output;
  }
  override updateGradInput(_input: Activation, gradOutput: Tensor): Tensor {
    return gradOutput;
  }
}

test("branches print as Torch prints them", () => {
  expect(String(new Concat(0).add(new Tanh()).add(new CMul(2)))).toBe(
    ["nn.Concat {", "  input", "    |`-> (0): nn.Tanh", "     `-> (1): nn.CMul", "     ... -> output", "}"].join("\n"),
  );
});
