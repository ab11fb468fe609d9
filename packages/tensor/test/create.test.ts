import { afterEach, expect, test } from "vitest";
import {
  defaultDtype,
  full,
  Generator,
  linspace,
  logspace,
  ones,
  rand,
  randn,
  randperm,
  range,
  ShapeError,
  setDefaultDtype,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";
import { callAnyhow } from "./callAnyhow.ts";

afterEach(() => setDefaultDtype("float32"));

test("sizes come one by one or as one array with options", () => {
  expect(zeros(2, 3).size()).toEqual([2, 3]);
  expect(ones([2, 3], { dtype: "int8" }).sum()).toBe(6);
  expect(full([2], 7, { dtype: "uint8" }).toArray()).toEqual([7, 7]);
  // @ts-expect-error: options without sizes
  expect(() => zeros({ dtype: "int8" })).toThrow("zeros: expected sizes");
  // @ts-expect-error: something other than options after the sizes
  expect(() => zeros([2], "int8")).toThrow("zeros: expected options after the sizes, got int8");
  // @ts-expect-error: not a dtype
  expect(() => zeros([2], { dtype: "int64" })).toThrow('got "int64"');
});

test("options that do not exist, and what is no object of options, are refused", () => {
  // @ts-expect-error: a misspelt option
  expect(() => zeros([2], { dytpe: "float64" })).toThrow('Tensor: expected options named dtype, resident, got "dytpe"');
  // @ts-expect-error: a misspelt option
  expect(() => randn([2], { seed: 1 })).toThrow('randn: expected options named dtype, generator, out, got "seed"');
  // @ts-expect-error: a misspelt option
  expect(() => rand([2], { seed: 1 })).toThrow('got "seed"');
  // @ts-expect-error: a misspelt option
  expect(() => randperm(2, { seed: 1 })).toThrow('got "seed"');
  // @ts-expect-error: a number
  expect(() => new Tensor([2], 5)).toThrow("Tensor: expected an object of options (dtype, resident), got 5");
});

test("a tensor has at most 32 dimensions", () => {
  const most = new Array<number>(32).fill(1);
  expect(zeros(most).dim()).toBe(32);
  expect(() => zeros([...most, 1])).toThrow("expected at most 32 dimensions, got 33");
  expect(() => zeros(most).unsqueeze(0)).toThrow(ShapeError);
  expect(() => zeros(1).resize([...most, 1])).toThrow("resize: expected at most 32 dimensions, got 33");
});

test("a size of 0 alone means the empty tensor", () => {
  expect(zeros(0).dim()).toBe(0);
  expect(zeros(0).nElement()).toBe(0);
  expect(tensor([]).toArray()).toEqual([]);
});

test("the default dtype is float32 and can be float64", () => {
  expect(zeros(1).dtype).toBe("float32");
  setDefaultDtype("float64");
  expect(zeros(1).dtype).toBe("float64");
  expect(defaultDtype()).toBe("float64");
  // @ts-expect-error: integers are no default
  expect(() => setDefaultDtype("int32")).toThrow('expected "float32" or "float64", got "int32"');
});

test("nested arrays must have one length at each depth", () => {
  expect(tensor([[1], [2]]).size()).toEqual([2, 1]);
  expect(() => tensor([[1, 2], [3]])).toThrow("an array of 2 at depth 1, got an array of 1");
  // @ts-expect-error: numbers and arrays at one depth
  expect(() => tensor([[1], 2])).toThrow("an array of 1 at depth 1, got 2");
  // @ts-expect-error: no numbers
  expect(() => tensor([["a"]])).toThrow("a number at depth 2, got a");
});

test("a typed array gives its dtype and is copied", () => {
  const array = Int16Array.of(1, -2);
  const x = tensor(array);
  array[0] = 100;
  expect(x.dtype).toBe("int16");
  expect(x.toArray()).toEqual([1, -2]);
});

test("range includes its end where the step reaches it", () => {
  expect(range(1, 2.9).toArray()).toEqual([1, 2]);
  expect(range(5, 1, -2).toArray()).toEqual([5, 3, 1]);
  expect(() => range(1, 5, -1)).toThrow("range: expected a step that leads from 1 to 5, got -1");
  expect(() => range(1, 5, 0)).toThrow("got 0");
});

test("range keeps or loses a last element that the step reaches but for rounding as Torch does", () => {
  expect(range(0.1, 0.3, 0.1).nElement()).toBe(3);
  expect(range(0, 0.3, 0.1, { dtype: "float64" }).toArray()).toEqual([0, 0.1, 0.2]);
  expect(range(0, 1, 0.1).nElement()).toBe(11);
  expect(range(1, 1).toArray()).toEqual([1]);
  expect(() => range(0, Number.NaN)).toThrow("range: expected a step that leads from 0 to NaN, got 1");
});

test("linspace has even steps and both ends", () => {
  expect(linspace(3, -1, 5).toArray()).toEqual([3, 2, 1, 0, -1]);
  const many = linspace(1, 10, undefined, { dtype: "float64" });
  expect(many.nElement()).toBe(100);
  expect(many.get(1)).toBe(1.0909090909090908);
  expect(many.get(-1)).toBe(10);
  for (let count = 2; count < 60; count++) expect(linspace(0.1, 0.7, count, { dtype: "float64" }).get(-1)).toBe(0.7);
  expect(linspace(5, 5, 1).toArray()).toEqual([5]);
  expect(linspace(2, 7, 1).toArray()).toEqual([2]);
  expect(linspace(0, 3, 4, { dtype: "int32" }).dtype).toBe("int32");
});

test("logspace has powers of ten", () => {
  expect(logspace(-1, 2, 4, { dtype: "float64" }).toArray()).toEqual([0.1, 1, 10, 100]);
  expect(logspace(2, 3, 1).toArray()).toEqual([100]);
  expect(logspace(0, 1).nElement()).toBe(100);
});

test("sequences go into a destination, whose dtype they take", () => {
  const out = zeros([2, 2], { dtype: "float64" });
  expect(linspace(0, 1, 3, { out })).toBe(out);
  expect(out.toArray()).toEqual([0, 0.5, 1]);
  expect(logspace(0, 2, 3, { out }).toArray()).toEqual([1, 10, 100]);
  expect(range(1, 4, 1, { out: zeros([4, 2], { dtype: "int8" }).select(1, 1) }).toArray()).toEqual([1, 2, 3, 4]);
  for (const create of [
    () => linspace(0, 1, 0, { out }),
    () => linspace(0, Number.POSITIVE_INFINITY, 3, { out }),
    () => logspace(Number.NaN, 1, 3, { out }),
    () => logspace(0, 1, 1.5, { out }),
    // @ts-expect-error: a misspelt option
    () => linspace(0, 1, 2, { output: out }),
    () => range(0, 1, 0, { out }),
  ]) {
    expect(create).toThrow(/^(linspace|logspace|range): expected /);
  }
  expect(out.toArray()).toEqual([1, 10, 100]);
});

test("to converts as typed arrays do, and gives the tensor itself when nothing changes", () => {
  const x = tensor([1.9, -1.9, 300, -1]);
  expect(x.to("int32").toArray()).toEqual([1, -1, 300, -1]);
  expect(x.to("uint8").toArray()).toEqual([1, 255, 44, 255]);
  expect(x.to("float32")).toBe(x);
  expect(x.view(2, 2).t().to("int32").toArray()).toEqual([
    [1, 300],
    [-1, -1],
  ]);
});

test("random tensors draw from the generator they are given", () => {
  const twice = [1, 2].map(() => randn([4], { generator: new Generator(5) }).toArray());
  expect(twice[0]).toEqual(twice[1]);
  const uniform = rand([1000], { generator: new Generator(5) });
  expect(uniform.min()).toBeGreaterThanOrEqual(0);
  expect(uniform.max()).toBeLessThan(1);
  expect([...randperm(50, { generator: new Generator(5) }).data].sort((a, b) => a - b)).toEqual(range(0, 49).toArray());
  expect(() => randperm(0)).toThrow("got 0");
});

test("what console.log shows in Node is what toString gives", () => {
  const x = ones(2);
  const inspect: unknown = Reflect.get(x, Symbol.for("nodejs.util.inspect.custom"));
  expect(typeof inspect === "function" && callAnyhow(inspect, x, [])).toBe(" 1\n 1\n[float32 tensor of size 2]");
});
