import { flattened, formatSizes, type Table } from "@rushlight/module";
import { ArgumentError, ones, ShapeError, tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { CReLU, GradientReversal, Identity, Maxout, PrintSize, ZeroGrad } from "../src/index.ts";

test("what lets the input through gives the same object, and forgets it without emptying it", () => {
  for (const module of [
    new Identity(),
    new ZeroGrad(),
    new GradientReversal(),
    new PrintSize("", { print: () => {} }),
  ]) {
    const x = ones(2);
    expect(module.forward(x)).toBe(x);
    module.backward(x, ones(2));
    expect(module.clearState()).toBe(module);
    expect(x.toArray()).toEqual([1, 1]);
    expect(module.output).not.toBe(x);
  }
});

test("ZeroGrad and GradientReversal take tables, and leave gradOutput alone", () => {
  const table: Table = [tensor([1], { dtype: "int32" }), [ones(2)]];
  const gradOutput: Table = [tensor([3], { dtype: "int32" }), [tensor([4, 5])]];
  expect(formatSizes(new ZeroGrad().backward(table, gradOutput))).toBe("{[1], {[2]}}");
  const [whole, float] = flattened(new GradientReversal(2).backward(table, gradOutput));
  expect([whole.toArray(), float.toArray()]).toEqual([[0], [-8, -10]]);
  expect(formatSizes(gradOutput)).toBe("{[1], {[2]}}");
  expect(() => new ZeroGrad().backward(table, ones(1))).toThrow(
    "ZeroGrad: expected a gradOutput of {[1], {[2]}}, as the output, got [1]",
  );
  expect(() => new GradientReversal().backward(ones(2), ones(3))).toThrow(ShapeError);
});

test("GradientReversal takes another strength", () => {
  const reversal = new GradientReversal();
  expect(reversal.backward(ones(1), ones(1)).toArray()).toEqual([-1]);
  expect(reversal.setLambda(0.25)).toBe(reversal);
  expect(reversal.backward(ones(1), ones(1)).toArray()).toEqual([-0.25]);
  expect(() => reversal.setLambda(Number.NaN)).toThrow("GradientReversal: expected a finite lambda, got NaN");
  expect(reversal.backward(ones(1), ones(1)).toArray()).toEqual([-0.25]);
  expect(() => new GradientReversal(Number.POSITIVE_INFINITY)).toThrow(ArgumentError);
});

test("PrintSize prints what goes by, by default under its name", () => {
  const lines: string[] = [];
  const probe = new PrintSize(undefined, { print: (line) => lines.push(line) });
  probe.forward([ones(2, 3), [ones(1)]]);
  expect(probe.backward(ones(1), ones(4)).size()).toEqual([4]);
  expect(lines).toEqual(["PrintSize: input {[2, 3], {[1]}}", "PrintSize: gradOutput [4]"]);
  const misspelt: object = { log: true };
  expect(() => new PrintSize("", misspelt)).toThrow(ArgumentError);
});

test("CReLU leaves its input, and gradOutput unless in place", () => {
  const x = tensor([3, -4, 0]);
  const gradOutput = tensor([1, 2, 3, 4, 5, 6]);
  const crelu = new CReLU(1);
  expect(crelu.forward(x).toArray()).toEqual([3, 0, 0, -0, 4, -0].map(Math.abs));
  expect(crelu.backward(x, gradOutput).toArray()).toEqual([1, -5, 0]);
  expect(gradOutput.toArray()).toEqual([1, 2, 3, 4, 5, 6]);
  const overwriting = new CReLU(1, { inplace: true });
  overwriting.forward(x);
  expect(overwriting.backward(x, gradOutput).toArray()).toEqual([1, -5, 0]);
  expect([x.toArray(), gradOutput.toArray()]).toEqual([
    [3, -4, 0],
    [1, 0, 0, 0, 5, 0],
  ]);
});

test("CReLU refuses other dimensions than it was told", () => {
  expect(() => new CReLU(3).forward(ones(2, 3))).toThrow(
    "CReLU(3): expected an input of 3 dimensions, or 4 for a batch, got [2, 3]",
  );
  expect(() => new CReLU(0)).toThrow("CReLU: expected a whole nInputDims of at least 1, got 0");
  const crelu = new CReLU(1);
  crelu.forward(ones(2));
  expect(() => crelu.backward(ones(2), ones(2))).toThrow(ShapeError);
});

test("Maxout takes the largest of its maps", () => {
  const layer = new Maxout(1, 2, 2);
  layer.get(0).weight?.copy(tensor([[1], [2], [-3], [-4]]));
  layer.get(0).bias?.zero();
  expect(layer.forward(tensor([[1], [-1]])).toArray()).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(layer.forward(tensor([1])).toArray()).toEqual([1, 2]);
  expect(() => new Maxout(1, 2, 0)).toThrow("Maxout: expected a whole maxoutNumber of at least 1, got 0");
});
