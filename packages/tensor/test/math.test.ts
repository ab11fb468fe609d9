import { expect, test } from "vitest";
import { DTypeError, range, ShapeError, type Tensor, tensor, zeros } from "../src/index.ts";

const f64 = { dtype: "float64" } as const;

test("methods change the tensor and return it", () => {
  const x = tensor([1, 2, 3]);
  expect(x.add(1)).toBe(x);
  expect(x.toArray()).toEqual([2, 3, 4]);
  expect(x.mul(2).div(4).toArray()).toEqual([1, 1.5, 2]);
});

test("add and csub take a number, a tensor, or a tensor times a number", () => {
  const y = tensor([1, 2]);
  expect(tensor([1, 1]).add(y).toArray()).toEqual([2, 3]);
  expect(tensor([1, 1]).add(10, y).toArray()).toEqual([11, 21]);
  expect(tensor([1, 1]).csub(1).toArray()).toEqual([0, 0]);
  expect(tensor([1, 1]).csub(y).toArray()).toEqual([0, -1]);
  expect(tensor([1, 1]).csub(2, y).toArray()).toEqual([-1, -3]);
});

test("element-wise products, quotients and powers", () => {
  const y = tensor([2, 4]);
  expect(tensor([3, 5]).cmul(y).toArray()).toEqual([6, 20]);
  expect(tensor([3, 5]).cdiv(y).toArray()).toEqual([1.5, 1.25]);
  expect(tensor([3, 2]).cpow(y).toArray()).toEqual([9, 16]);
  expect(
    tensor([1, 1])
      .addcmul(tensor([2, 3]), y)
      .toArray(),
  ).toEqual([5, 13]);
  expect(
    tensor([1, 1])
      .addcmul(-1, tensor([2, 3]), y)
      .toArray(),
  ).toEqual([-3, -11]);
  expect(
    tensor([1, 1])
      .addcdiv(2, tensor([2, 4]), y)
      .toArray(),
  ).toEqual([3, 3]);
  expect(tensor([3, 2]).pow(2).toArray()).toEqual([9, 4]);
});

test("functions of one element", () => {
  const x = tensor([-2.5, -0.5, 0, 0.5, 2.5], f64);
  expect(x.clone().abs().toArray()).toEqual([2.5, 0.5, 0, 0.5, 2.5]);
  expect(x.clone().neg().toArray()).toEqual([2.5, 0.5, -0, -0.5, -2.5]);
  expect(x.clone().sign().toArray()).toEqual([-1, -1, 0, 1, 1]);
  expect(x.clone().floor().toArray()).toEqual([-3, -1, 0, 0, 2]);
  expect(x.clone().ceil().toArray()).toEqual([-2, -0, 0, 1, 3]);
  expect(x.clone().round().toArray()).toEqual([-3, -1, 0, 1, 3]);
  expect(x.clone().trunc().toArray()).toEqual([-2, -0, 0, 0, 2]);
  expect(x.clone().clamp(-1, 1).toArray()).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(x.clone().exp().log().csub(x).norm()).toBeCloseTo(0, 14);
  expect(x.clone().tanh().get(4)).toBe(Math.tanh(2.5));
  expect(x.clone().sigmoid().get(2)).toBe(0.5);
  expect(tensor([4, 9]).sqrt().toArray()).toEqual([2, 3]);
  expect(tensor([1e-10], f64).log1p().get(0)).toBe(Math.log1p(1e-10));
  expect(() => x.clamp(1, -1)).toThrow("clamp: expected a lower limit up to the upper one, got 1 and -1");
});

test("cmax and cmin take a number or a tensor, and NaN stays", () => {
  expect(tensor([1, 5]).cmax(3).toArray()).toEqual([3, 5]);
  expect(tensor([1, 5]).cmin(3).toArray()).toEqual([1, 3]);
  expect(
    tensor([1, 5])
      .cmax(tensor([2, 2]))
      .toArray(),
  ).toEqual([2, 5]);
  expect(
    tensor([1, 5])
      .cmin(tensor([2, 2]))
      .toArray(),
  ).toEqual([1, 2]);
  expect(
    tensor([Number.NaN])
      .cmax(tensor([2]))
      .get(0),
  ).toBeNaN();
  expect(
    tensor([2])
      .cmin(tensor([Number.NaN]))
      .get(0),
  ).toBeNaN();
});

test("apply and map call back in row-major order, and undefined leaves an element", () => {
  const seen: number[] = [];
  const x = tensor([
    [1, 2],
    [3, 4],
  ]).t();
  x.apply((value) => {
    seen.push(value);
    return value === 3 ? undefined : -value;
  });
  expect(seen).toEqual([1, 3, 2, 4]);
  expect(x.toArray()).toEqual([
    [-1, 3],
    [-2, -4],
  ]);
  expect(
    tensor([1, 2])
      .map(tensor([10, 20]), (a, b) => a + b)
      .toArray(),
  ).toEqual([11, 22]);
});

test("a callback may use tensors itself", () => {
  const x = zeros(2, 2).t();
  x.apply(() =>
    tensor([
      [1, 2],
      [3, 4],
    ])
      .t()
      .add(1)
      .sum(),
  );
  expect(x.sum()).toBe(56);
});

test("operands of other sizes or dtypes are refused, and nothing is written", () => {
  const x = tensor([1, 2]);
  expect(() => x.add(tensor([1, 2, 3]))).toThrow("add: expected two tensors of one size, got [2] and [3]");
  expect(() => x.cmul(tensor([[1, 2]]))).toThrow(ShapeError);
  const other: Tensor = tensor([1, 2], f64);
  expect(() => (x as Tensor).add(other)).toThrow("add: expected two tensors of one dtype, got float32 and float64");
  expect(() => x.copy(tensor([[1, 2]]))).toThrow("copy: expected a tensor of size [2], got [1, 2]");
  expect(() => x.addcmul(tensor([1, 2]), tensor([1]))).toThrow(ShapeError);
  expect(() => x.map(tensor([1]), (a) => a)).toThrow(ShapeError);
  expect(x.toArray()).toEqual([1, 2]);
});

test("integers wrap around, drop fractions, and have no transcendental functions", () => {
  const bytes = tensor([250, 3], { dtype: "uint8" });
  expect(bytes.add(10).toArray()).toEqual([4, 13]);
  expect(tensor([-7, 5], { dtype: "int32" }).add(1.7).toArray()).toEqual([-6, 6]);
  expect(
    tensor([1, 1], { dtype: "int32" })
      .add(2.9, tensor([1, 2], { dtype: "int32" }))
      .toArray(),
  ).toEqual([3, 5]);
  expect(
    tensor([7, -7], { dtype: "int32" })
      .cdiv(tensor([2, 2], { dtype: "int32" }))
      .toArray(),
  ).toEqual([3, -3]);
  expect(
    tensor([65537], { dtype: "int32" })
      .cmul(tensor([65537], { dtype: "int32" }))
      .toArray(),
  ).toEqual([131073]);
  expect(tensor([3, -3], { dtype: "int8" }).mul(2.5).div(2).toArray()).toEqual([3, -3]);
  expect(tensor([3, -3, 0], { dtype: "int8" }).neg().abs().sign().toArray()).toEqual([1, 1, 0]);
  expect(
    tensor([3, 9], { dtype: "int16" })
      .clamp(4, 8)
      .cmax(tensor([5, 5], { dtype: "int16" }))
      .toArray(),
  ).toEqual([5, 8]);
  expect(
    tensor([3, 9], { dtype: "int16" })
      .cmin(tensor([5, 5], { dtype: "int16" }))
      .toArray(),
  ).toEqual([3, 5]);
  expect(() => bytes.exp()).toThrow("exp: expected a float64 or float32 tensor, got uint8");
  expect(() => bytes.cpow(bytes)).toThrow(DTypeError);
  expect(() => bytes.norm()).toThrow(DTypeError);
});

test("copy repeats a block, whatever its size, and touches nothing beside it", () => {
  for (const [rows, columns] of [
    [5, 3],
    [1, 4],
    [64, 40],
    [33, 1],
    [7, 200],
  ]) {
    const row = range(1, columns, 1, { dtype: "float64" });
    const wide = zeros([rows + 2, columns], { dtype: "float64" });
    wide.narrow(0, 1, rows).copy(row.view(1, columns).expand(rows, columns));
    const expected = Array.from({ length: rows + 2 }, (_, i) =>
      (i === 0 || i > rows ? row.clone().zero() : row).toArray(),
    );
    expect(wide.toArray()).toEqual(expected);
  }
  const square = range(1, 4).view(2, 2);
  square.copy(square.select(0, 1).view(1, 2).expand(2, 2));
  expect(square.toArray()).toEqual([
    [3, 4],
    [3, 4],
  ]);
  const blocks = zeros(2, 2, 2).copy(range(1, 4).view(1, 2, 2).expand(2, 2, 2));
  expect(blocks.view(-1).toArray()).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
});

test("copy converts between dtypes also where tensors are strided", () => {
  const x = zeros([2, 2], { dtype: "int32" });
  x.t().copy(
    tensor([
      [1.7, 2.2],
      [3.9, 4],
    ]),
  );
  expect(x.toArray()).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(zeros(2, 2).t().fill(3).sum()).toBe(12);
  expect(zeros(3, 2).narrow(1, 0, 1).fill(2).sum()).toBe(6);
});

test("clone is contiguous and apart; contiguous copies only when it must", () => {
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  expect(x.contiguous()).toBe(x);
  const copy = x.t().contiguous();
  copy.fill(0);
  expect(copy.isContiguous()).toBe(true);
  expect(x.sum()).toBe(10);
});
