import { CMul, Linear, Sum, Tanh, View } from "@rushlight/layers";
import { checkModule } from "@rushlight/module/testing";
import { IndexError, manualSeed, ones, randn, range, ShapeError, tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Sequential, sequential } from "../src/index.ts";

test("Sequential keeps what a module promises", () => {
  manualSeed(1);
  expect(checkModule(sequential(new Linear(3, 4), new Tanh(), new Linear(4, 2)), randn(5, 3)).skipped).toEqual([]);
  const nested = sequential(new Linear(3, 4), sequential(new Tanh(), sequential(new CMul(4))), new Linear(4, 2));
  expect(checkModule(nested, randn(5, 3)).skipped).toEqual([]);
});

test("Sequential runs its modules forth and back", () => {
  const product = new CMul(5);
  const net = new Sequential().add(product).add(new Sum());
  const x = range(1, 5);
  expect(net.forward(x).get(0)).toBeCloseTo(product.weight.dot(x), 6);
  expect(net.output).toBe(net.get(1).output);
  expect(net.backward(x, ones(1)).toArray()).toEqual(product.weight.toArray());
  expect(product.gradWeight.toArray()).toEqual([1, 2, 3, 4, 5]);
});

test("updateGradInput and accGradParameters are the two halves of backward", () => {
  const net = sequential(new Linear(3, 4), new Tanh(), new Linear(4, 2));
  const halves = net.clone();
  const [x, g] = [randn(5, 3), randn(5, 2)];
  net.forward(x);
  net.backward(x, g, 0.5);
  halves.forward(x);
  halves.updateGradInput(x, g);
  halves.accGradParameters(x, g, 0.5);
  expect(halves.gradInput.equal(net.gradInput)).toBe(true);
  expect(halves.getParameters()[1].equal(net.getParameters()[1])).toBe(true);
});

test("without modules it is the identity", () => {
  const net = new Sequential();
  const [x, g] = [ones(2), ones(2)];
  expect(net.forward(x)).toBe(x);
  expect(net.backward(x, g)).toBe(g);
  expect(net.updateGradInput(x, g)).toBe(g);
  expect(net.parameters()).toEqual([[], []]);
});

test("without the need for an input gradient the first module does no work for it", () => {
  let asked = 0;
  class Counting extends Linear {
    override updateGradInput(
      ...operands: Parameters<Linear["updateGradInput"]>
    ): ReturnType<Linear["updateGradInput"]> {
      asked += 1;
      return super.updateGradInput(...operands);
    }
  }
  const net = sequential(new Counting(2, 3), new Counting(3, 1));
  net.needsGradInput = false;
  net.forward(ones(2));
  expect(net.backward(ones(2), ones(1)).nElement()).toBe(0);
  expect(asked).toBe(1);
  net.needsGradInput = true;
  net.get(0).needsGradInput = false;
  expect(net.backward(ones(2), ones(1)).nElement()).toBe(0);
  expect(asked).toBe(2);
});

test("modules can be put in and taken out anywhere", () => {
  const [a, b, c] = [new Tanh(), new Tanh(), new Tanh()];
  const net = new Sequential().add(a).insert(c).insert(b, 1);
  expect(net.modules).toEqual([a, b, c]);
  expect(net.remove(1)).toBe(b);
  expect(net.remove()).toBe(c);
  expect(net.modules).toEqual([a]);
  expect(() => net.insert(b, 3)).toThrow("Sequential.insert: expected an index from 0 to 1, got 3");
  expect(() => net.remove(1)).toThrow(IndexError);
  net.remove();
  expect(() => net.remove()).toThrow("Sequential.remove: expected a module to remove, got none");
});

test("an error names the path to the module", () => {
  const net = sequential(new Tanh(), sequential(new Linear(784, 50)), new Linear(50, 10));
  expect(() => net.forward(ones(64, 783))).toThrow(ShapeError);
  expect(() => net.forward(ones(64, 783))).toThrow(
    "Linear(784 → 50): expected [784] or [N, 784], got [64, 783] (at Sequential › 1 › Sequential › 0 › Linear(784 → 50))",
  );
  net.forward(ones(64, 784));
  expect(() => net.backward(ones(64, 784), ones(64, 9))).toThrow("(at Sequential › 2 › Linear(50 → 10))");
  expect(() => net.accGradParameters(ones(64, 784), ones(64, 9))).toThrow("(at Sequential › 2 › Linear(50 → 10))");
  expect(() => net.updateGradInput(ones(64, 784), ones(64, 9))).toThrow("(at Sequential › 2 › Linear(50 → 10))");
  expect(() => net.accUpdateGradParameters(ones(64, 784), ones(64, 9), 1)).toThrow(
    "(at Sequential › 2 › Linear(50 → 10))",
  );
});

test("a chain prints as Torch prints it, nested ones indented", () => {
  const net = sequential(new Linear(4, 3), sequential(new Tanh(), new View(3)));
  expect(String(net)).toBe(
    [
      "nn.Sequential {",
      "  [input -> (0) -> (1) -> output]",
      "  (0): nn.Linear(4 -> 3)",
      "  (1): nn.Sequential {",
      "    [input -> (0) -> (1) -> output]",
      "    (0): nn.Tanh",
      "    (1): nn.View(3)",
      "  }",
      "}",
    ].join("\n"),
  );
});

test("modules added one statement at a time make a network from tensor to tensor", () => {
  const net = new Sequential();
  net.add(new Linear(2, 3));
  net.add(new Tanh());
  expect(net.forward(tensor([1, 2])).size()).toEqual([3]);
});
