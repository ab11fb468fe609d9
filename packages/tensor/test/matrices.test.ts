import { expect, test } from "vitest";
import {
  ArgumentError,
  cross,
  diag,
  eye,
  IndexError,
  ones,
  range,
  ShapeError,
  Tensor,
  tensor,
  trace,
  tril,
  triu,
  zeros,
} from "../src/index.ts";

const counted = (...size: number[]) => range(0, size.reduce((a, b) => a * b, 1) - 1).view(size);

test("diag copies a diagonal of a matrix", () => {
  const x = counted(2, 3);
  expect([-1, 0, 1, 2].map((k) => x.diag(k).toArray())).toEqual([[3], [0, 4], [1, 5], [2]]);
  expect(x.t().diag(-1).toArray()).toEqual([1, 5]);
  x.diag().fill(9);
  expect(x.get(0, 0)).toBe(0);
  expect(() => x.diag(3)).toThrow("diag: expected a diagonal from -1 to 2 of size [2, 3], got 3");
  expect(() => x.diag(-2)).toThrow(IndexError);
});

test("diag makes a matrix of a vector, with zeros whatever was in its destination", () => {
  const out = ones(3, 3).mul(7);
  expect(diag(range(1, 2), 1, { out }).toArray()).toEqual([
    [0, 1, 0],
    [0, 0, 2],
    [0, 0, 0],
  ]);
  expect(range(1, 1).diag(-1).toArray()).toEqual([
    [0, 0],
    [1, 0],
  ]);
  expect(
    tensor([[5, 6]])
      .t()
      .select(1, 0)
      .diag()
      .toArray(),
  ).toEqual([
    [5, 0],
    [0, 6],
  ]);
});

test("diag may have its operand as destination, and refuses other dimensions and fractions", () => {
  const x = counted(2, 2);
  x.diag(0, { out: x });
  expect(x.toArray()).toEqual([0, 3]);
  x.diag(0, { out: x });
  expect(x.toArray()).toEqual([
    [0, 0],
    [0, 3],
  ]);
  expect(() => zeros(1, 1, 1).diag()).toThrow("diag: expected 1 or 2 dimensions, got size [1, 1, 1]");
  expect(() => new Tensor().diag()).toThrow(ShapeError);
  expect(() => x.diag(0.5)).toThrow("diag: expected a whole number for the diagonal, got 0.5");
});

test("tril and triu keep a triangle and are each other's complement", () => {
  for (const x of [counted(3, 4).add(1), counted(4, 3).add(1).t(), counted(4, 2).add(1)]) {
    const [rows, columns] = x.size();
    for (let k = -5; k <= 5; k++) {
      const lower = x.tril(k);
      const upper = triu(x, k);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          expect(lower.get(i, j)).toBe(j - i <= k ? x.get(i, j) : 0);
          expect(upper.get(i, j)).toBe(j - i >= k ? x.get(i, j) : 0);
        }
      }
    }
  }
});

test("tril and triu change a matrix in place when it is its own destination, and drop even NaN", () => {
  const x = tensor([
    [1, Number.NaN],
    [Number.NaN, 4],
  ]);
  tril(x, 0, { out: x });
  expect(x.get(0, 1)).toBe(0);
  triu(x, 0, { out: x });
  expect(x.toArray()).toEqual([
    [1, 0],
    [0, 4],
  ]);
  const y = counted(2, 2);
  y.t().tril(0, { out: y });
  expect(y.toArray()).toEqual([
    [0, 0],
    [1, 3],
  ]);
  expect(() => range(1, 3).tril()).toThrow("tril: expected 2 dimensions, got size [3]");
  expect(() => new Tensor().triu()).toThrow(ShapeError);
  expect(() => y.triu(Number.NaN)).toThrow(ArgumentError);
  // @ts-expect-error: a string
  expect(() => y.triu("1")).toThrow(ArgumentError);
});

test("trace sums the main diagonal of any matrix", () => {
  expect(counted(2, 3).trace()).toBe(4);
  expect(trace(counted(3, 2).t())).toBe(3);
  expect(
    tensor(
      [
        [200, 0],
        [0, 100],
      ],
      { dtype: "uint8" },
    ).trace(),
  ).toBe(300);
  expect(() => range(1, 3).trace()).toThrow("trace: expected 2 dimensions, got size [3]");
  expect(() => new Tensor().trace()).toThrow(ShapeError);
});

test("cross takes the vectors along the first dimension of size 3, or along the one given", () => {
  const [x, y] = [tensor([1, 2, 3]), tensor([4, 5, 7])];
  expect(x.cross(y).toArray()).toEqual([-1, 5, -3]);
  const rows = [x, y].map((vector) => vector.view(1, 3).expand(2, 3));
  expect(cross(rows[0], rows[1]).toArray()).toEqual([
    [-1, 5, -3],
    [-1, 5, -3],
  ]);
  const [square, other] = [counted(3, 3), eye(3)];
  expect(square.cross(other).equal(square.cross(other, 0))).toBe(true);
  expect(square.cross(other, -1).equal(square.t().cross(other, 0).t())).toBe(true);
});

test("cross may overwrite an operand, and its integers wrap around", () => {
  const x = tensor([0, 1, 0]);
  x.cross(tensor([0, 0, 1]), 0, { out: x });
  expect(x.toArray()).toEqual([1, 0, 0]);
  const large = tensor([0, 0x7fffffff, 0], { dtype: "int32" });
  expect(large.cross(tensor([0, 0, 0x7fffffff], { dtype: "int32" })).toArray()).toEqual([1, 0, 0]);
});

test("cross refuses tensors without a dimension of size 3, and those that differ", () => {
  const x = counted(2, 3);
  expect(() => counted(2, 2).cross(counted(2, 2))).toThrow("cross: expected a dimension of size 3, got size [2, 2]");
  expect(() => x.cross(x, 0)).toThrow("cross: expected size 3 in dimension 0, got size [2, 3]");
  expect(() => x.cross(range(1, 3))).toThrow("cross: expected two tensors of one size, got [2, 3] and [3]");
  expect(() => x.cross(x, 2)).toThrow(IndexError);
  expect(() => new Tensor().cross(new Tensor())).toThrow(ShapeError);
});

test("eye has ones on its diagonal", () => {
  expect(eye(2, 3).toArray()).toEqual([
    [1, 0, 0],
    [0, 1, 0],
  ]);
  expect(eye(3, 2).sum()).toBe(2);
  expect(eye(1).dtype).toBe("float32");
  expect(eye(2, 2, { dtype: "uint8" }).dtype).toBe("uint8");
  expect(() => eye(0)).toThrow("eye: expected at least 1 row and 1 column, got [0, 0]");
  expect(() => eye(2, 1.5)).toThrow(ShapeError);
  // @ts-expect-error: a misspelt option
  expect(() => eye(2, 2, { type: "uint8" })).toThrow(ArgumentError);
});
