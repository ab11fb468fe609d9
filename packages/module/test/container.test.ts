import { ArgumentError, IndexError, ShapeError, tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { errorPath, locateError, type MovedParameters, type ParameterLists, printBranches } from "../src/index.ts";
import { Chain } from "./support/Chain.ts";
import { Scale, Square } from "./support/modules.ts";

test("a container gives its modules by position", () => {
  const net = new Chain(new Square(), new Scale(2));
  expect(net.size()).toBe(2);
  expect(net.get(-1)).toBe(net.modules[1]);
  expect(() => net.get(2)).toThrow(IndexError);
  expect(() => net.get(2)).toThrow("Chain.get: expected an index from -2 to 1, got 2");
});

test("what concerns all modules reaches them at any depth", () => {
  const inner = new Scale(2);
  const net = new Chain(new Chain(inner), new Square());
  net.evaluate();
  expect([inner.train, net.get(0).train, net.train]).toEqual([false, false, false]);
  net.training();
  expect(inner.train).toBe(true);
  inner.gradWeight.fill(1);
  net.zeroGradParameters();
  expect(inner.gradWeight.sum()).toBe(0);
  net.forward(tensor([1, 2]));
  net.clearState();
  expect(inner.output.nElement()).toBe(0);
  expect(
    net
      .double()
      .listModules()
      .every((module) => module.type() === "float64"),
  ).toBe(true);
  expect(net.reset(0.1)).toBe(net);
});

test("listModules and findModules go depth first and name the holder", () => {
  const [scale, square] = [new Scale(2), new Square()];
  const inner = new Chain(scale);
  const net = new Chain(inner, square);
  expect(net.listModules()).toEqual([net, inner, scale, square]);
  expect(net.findModules(Scale)).toEqual([[scale], [inner]]);
  expect(net.findModules(Chain)).toEqual([
    [net, inner],
    [net, net],
  ]);
});

test("replace puts substitutes in place at any depth, and may replace the whole", () => {
  const net = new Chain(new Chain(new Square()), new Square());
  net.replace((module) => (module instanceof Square ? new Scale(2) : module));
  expect(net.findModules(Scale)[0].length).toBe(2);
  expect(net.findModules(Square)[0].length).toBe(0);
  const whole = new Square();
  expect(net.replace((module) => (module === net ? whole : module))).toBe(whole);
});

test("share goes through containers built alike and refuses others", () => {
  const net = new Chain(new Scale(2));
  const twin = net.clone().share(net, "weight", "gradWeight");
  twin.get(0).weight?.fill(6);
  expect(net.get(0).weight?.toArray()).toEqual([6, 6]);
  expect(() => net.share(new Chain(), "weight")).toThrow(ArgumentError);
});

test("an error from deep inside keeps its class and tells the whole path, once", () => {
  const net = new Chain(new Square(), new Chain(new Scale(2)));
  let caught: unknown;
  try {
    net.forward(tensor([1, 2, 3]));
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(ShapeError);
  expect(errorPath(caught)).toBe("Chain › 1 › Chain › 0 › Scale");
  const { message, stack } = caught as ShapeError;
  expect(message).toMatch(/ \(at Chain › 1 › Chain › 0 › Scale\)$/);
  expect(message.split("(at").length).toBe(2);
  expect(stack).toContain(message);
});

test("what is thrown that is no error passes through as it is", () => {
  expect(locateError("text", "Chain", 0, "Square")).toBe("text");
  const frozen = Object.freeze(new Error("frozen"));
  expect(locateError(frozen, "Chain", 0, "Square")).toBe(frozen);
  expect(errorPath(frozen)).toBeUndefined();
  expect(errorPath("text")).toBeUndefined();
});

test("chains and branches print as Torch prints them, counted from 0", () => {
  const chain = new Chain(new Square(), new Chain(new Square()));
  expect(String(chain)).toBe(
    [
      "nn.Chain {",
      "  [input -> (0) -> (1) -> output]",
      "  (0): nn.Square",
      "  (1): nn.Chain {",
      "    [input -> (0) -> output]",
      "    (0): nn.Square",
      "  }",
      "}",
    ].join("\n"),
  );
  expect(printBranches("nn.ConcatTable", [chain.clone(), new Chain(new Square())])).toBe(
    [
      "nn.ConcatTable {",
      "  input",
      "    |`-> (0): nn.Chain {",
      "    |      [input -> (0) -> (1) -> output]",
      "    |      (0): nn.Square",
      "    |      (1): nn.Chain {",
      "    |        [input -> (0) -> output]",
      "    |        (0): nn.Square",
      "    |      }",
      "    |    }",
      "     `-> (1): nn.Chain {",
      "           [input -> (0) -> output]",
      "           (0): nn.Square",
      "         }",
      "     ... -> output",
      "}",
    ].join("\n"),
  );
});

test("an update asks each module to move its parameters, so that one may know a shorter way", () => {
  class Half extends Scale {
    override moveParameters(learningRate: number, moved: MovedParameters): void {
      super.moveParameters(learningRate / 2, moved);
    }
  }
  const [whole, half] = [new Scale(1), new Half(1)];
  const net = new Chain(whole, new Chain(half));
  for (const scale of [whole, half]) {
    scale.weight.fill(1);
    scale.gradWeight.fill(1);
  }
  net.updateParameters(0.5);
  expect([whole.weight.get(0), half.weight.get(0)]).toEqual([0.5, 0.75]);
});

test("a container that says itself what its parameters are has those moved, and no others", () => {
  class Frozen extends Chain {
    override parameters(): ParameterLists {
      return [[], []];
    }
  }
  const scale = new Scale(1);
  scale.weight.fill(1);
  scale.gradWeight.fill(1);
  new Chain(new Frozen(scale)).updateParameters(0.5);
  expect(scale.weight.get(0)).toBe(1);
});
