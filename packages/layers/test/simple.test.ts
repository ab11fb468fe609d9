import { ArgumentError, DTypeError, manualSeed, ones, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Add, AddConstant, CAdd, Constant, Max, Mean, Min, Mul, MulConstant, Sum } from "../src/index.ts";

const NaNs = Number.NaN;

test("Max and Min take the first of equals, and NaN before all else", () => {
  const x = tensor([
    [1, 3, 3],
    [NaNs, 5, -2],
  ]);
  const max = new Max(1);
  expect(max.forward(x).toArray()).toEqual([3, NaNs]);
  expect(max.indices.toArray()).toEqual([1, 0]);
  expect(max.backward(x, tensor([10, 20])).toArray()).toEqual([
    [0, 10, 0],
    [20, 0, 0],
  ]);
  const min = new Min(-1);
  expect(min.forward(x).toArray()).toEqual([1, NaNs]);
  expect(min.indices.dtype).toBe("int32");
});

test("Max, Min, Sum and Mean count their dimension from the second on in a batch", () => {
  const x = tensor([
    [1, 2],
    [3, 5],
  ]);
  expect(new Max(0, { nInputDims: 1 }).forward(x).toArray()).toEqual([2, 5]);
  expect(new Max(0, { nInputDims: 2 }).forward(x).toArray()).toEqual([3, 5]);
  expect(new Min(-2, { nInputDims: 1 }).forward(x).toArray()).toEqual([1, 2]);
  expect(new Mean(0, { nInputDims: 1 }).forward(x).toArray()).toEqual([1.5, 4]);
  expect(new Mean().forward(tensor([1, 2])).size()).toEqual([1]);
});

test("layers along a dimension refuse one that is not there, and settings that are none", () => {
  for (const module of [new Max(2), new Min(-3), new Sum(2), new Mean(5)]) {
    expect(() => module.forward(zeros(2, 2))).toThrow(ShapeError);
    expect(() => module.forward(zeros([2, 2], { dtype: "float64" }))).toThrow(DTypeError);
    expect(module.output.nElement()).toBe(0);
  }
  expect(() => new Max(2).forward(zeros(2, 2))).toThrow("Max(2): expected an input that has dimension 2, got [2, 2]");
  expect(() => new Max(0.5)).toThrow("Max: expected a dimension, a whole number, got 0.5");
  expect(() => new Sum(0, { nInputDims: 0 })).toThrow(
    "Sum: expected a number of dimensions of at least 1, a whole number, got 0",
  );
  // @ts-expect-error: an option of Sum
  expect(() => new Mean(0, { sizeAverage: false })).toThrow(
    'Mean: expected options named nInputDims, got "sizeAverage"',
  );
});

test("Max keeps its gradInput when backward gets another input than forward, or another gradOutput", () => {
  const max = new Max(0);
  const x = tensor([
    [1, 2],
    [3, 0],
  ]);
  max.forward(x);
  max.backward(x, ones(2));
  expect(() => max.backward(zeros(2, 3), ones(2))).toThrow(
    "Max(0): expected the input of the last forward, got [2, 3]",
  );
  expect(() => max.backward(x, ones(3))).toThrow("a gradOutput of the output's size [2], got [3]");
  expect(max.gradInput.toArray()).toEqual([
    [0, 1],
    [1, 0],
  ]);
  max.clearState();
  expect(max.indices.nElement()).toBe(0);
});

test("Add, CAdd and Mul draw from ±1/√n or with a given standard deviation", () => {
  manualSeed(5);
  const add = new Add(100);
  expect(add.bias.max()).toBeLessThanOrEqual(0.1);
  manualSeed(5);
  expect(zeros(100).uniform(-0.1, 0.1).equal(add.bias)).toBe(true);
  expect(new CAdd([10, 10]).bias.min()).toBeGreaterThanOrEqual(-0.1);
  expect(new Add(100, { scalar: true }).bias.size()).toEqual([1]);
  expect(add.reset(2).bias.norm() / 10).toBeCloseTo(2, 0);
  expect(Math.abs(new Mul().weight.get(0))).toBeLessThanOrEqual(1);
});

test("Add with one number takes any size, and sums all of gradOutput", () => {
  const add = new Add(7, { scalar: true });
  add.bias.fill(10);
  const x = zeros(2, 3, 2);
  expect(add.forward(x).sum()).toBe(120);
  add.backward(x, ones(2, 3, 2), 0.5);
  expect(add.gradBias.toArray()).toEqual([6]);
});

test("Add and CAdd refuse what their bias does not fit, and change nothing", () => {
  expect(() => new Add(5).forward(zeros(2, 4))).toThrow(
    "Add(5): expected [5], sizes that it expands to, or a batch of samples of 5 elements, got [2, 4]",
  );
  const add = new CAdd(1, 2);
  add.forward(ones(3, 2));
  expect(() => add.backward(ones(3, 2), ones(2, 2))).toThrow(ShapeError);
  expect(() => add.backward(ones(2, 2, 2), ones(3, 2))).toThrow("CAdd(1x2): expected");
  expect(add.gradBias.norm()).toBe(0);
  for (const size of [0, 1.5]) expect(() => new Add(size)).toThrow("Add: expected an input size of at least 1");
});

test("in place, MulConstant and AddConstant overwrite their input and give it back in backward", () => {
  for (const [module, y, dx] of [
    [new MulConstant(4, { inplace: true }), [4, 8], [40, 80]],
    [new AddConstant(4, { inplace: true }), [5, 6], [10, 20]],
    [new AddConstant(tensor([4, 5]), { inplace: true }), [5, 7], [10, 20]],
  ] as const) {
    const x = tensor([1, 2]);
    const g = tensor([10, 20]);
    expect(module.forward(x).storage()).toBe(x.storage());
    expect(x.toArray()).toEqual(y);
    expect(module.backward(x, g).storage()).toBe(g.storage());
    expect(g.toArray()).toEqual(dx);
    expect(x.toArray()).toEqual([1, 2]);
  }
});

test("MulConstant and AddConstant refuse what is no constant for them", () => {
  expect(() => new MulConstant(0, { inplace: true })).toThrow("expected a constant that is not 0 in place, got 0");
  expect(new MulConstant(0).forward(ones(2)).toArray()).toEqual([0, 0]);
  // @ts-expect-error: a constant that is no number
  expect(() => new MulConstant("2")).toThrow(ArgumentError);
  // @ts-expect-error: a constant that is no number
  expect(() => new AddConstant()).toThrow("AddConstant: expected a number or a vector, got undefined");
  expect(() => new AddConstant(zeros(2, 2))).toThrow("AddConstant: expected a number or a vector, got [2, 2]");
  // @ts-expect-error: Lua's second argument
  expect(() => new AddConstant(1, true)).toThrow("AddConstant: expected an object of options (inplace), got true");
  const shift = new AddConstant(tensor([1, 2, 3]));
  expect(() => shift.forward(zeros(3, 2))).toThrow("AddConstant([3]): expected [3] or [N, 3], got [3, 2]");
  expect(() => shift.forward(zeros(2, 2, 3))).toThrow(ShapeError);
});

test("AddConstant and Constant follow their module to another dtype", () => {
  const x = zeros([2], { dtype: "float64" });
  expect(new AddConstant(tensor([1, 2])).double().forward(x).dtype).toBe("float64");
  expect(new Constant(tensor([1, 2], { dtype: "int32" })).double().forward(x).dtype).toBe("float64");
});

test("Constant gives its value once for each sample of a batch, and refuses another gradOutput", () => {
  const constant = new Constant(tensor([[1, 2]]), { nInputDim: 1 });
  expect(constant.forward(zeros(5)).size()).toEqual([1, 2]);
  expect(constant.forward(zeros(3, 5)).size()).toEqual([3, 1, 2]);
  expect(constant.backward(zeros(3, 5), zeros(3, 1, 2)).size()).toEqual([3, 5]);
  expect(() => constant.backward(zeros(3, 5), zeros(2, 1, 2))).toThrow(
    "Constant([1, 2]): expected a gradOutput of the output's size [3, 1, 2], got [2, 1, 2]",
  );
  // @ts-expect-error: a value that is none
  expect(() => new Constant()).toThrow("Constant: expected a number or a tensor, got undefined");
  expect(() => new Constant(1, { nInputDim: 0 })).toThrow(
    "Constant: expected a number of dimensions of at least 1, a whole number, got 0",
  );
});

test("backward of Sum and Mean with another input than that of forward names them and changes nothing", () => {
  for (const module of [new Sum(1), new Mean(1)]) {
    const y = module.forward(ones(2, 3));
    expect(() => module.backward(ones(4, 3), y)).toThrow(ShapeError);
    expect(() => module.backward(ones(4, 3), y)).toThrow("(1): expected the input of the last forward, got [4, 3]");
    expect(() => module.backward(ones(2, 3, 1), y)).toThrow("(1): expected the input of the last forward");
    expect(module.gradInput.nElement()).toBe(0);
  }
});
