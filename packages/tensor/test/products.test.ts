import { expect, test } from "vitest";
import {
  addbmm,
  addmm,
  addmv,
  addr,
  baddbmm,
  bmm,
  dot,
  Generator,
  ger,
  mm,
  mv,
  ShapeError,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";

const a = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const b = tensor([
  [1, 0],
  [2, 1],
  [0, 3],
]);

test("mm, mv, ger and dot allocate their results", () => {
  expect(mm(a, b).toArray()).toEqual([
    [5, 11],
    [14, 23],
  ]);
  expect(mv(a, tensor([1, 1, 1])).toArray()).toEqual([6, 15]);
  expect(ger(tensor([1, 2]), tensor([3, 4])).toArray()).toEqual([
    [3, 4],
    [6, 8],
  ]);
  expect(dot(a, a)).toBe(91);
  expect(a.t().dot(a.t())).toBe(91);
});

test("addmm takes no scalar, alpha, or beta and alpha", () => {
  const c = () => zeros(2, 2).fill(1);
  expect(c().addmm(a, b).toArray()).toEqual([
    [6, 12],
    [15, 24],
  ]);
  expect(c().addmm(2, a, b).toArray()).toEqual([
    [11, 23],
    [29, 47],
  ]);
  expect(c().addmm(10, 2, a, b).toArray()).toEqual([
    [20, 32],
    [38, 56],
  ]);
});

test("beta 0 does not look at the destination", () => {
  expect(zeros(2, 2).fill(Number.NaN).addmm(0, 1, a, b).get(0, 0)).toBe(5);
  expect(
    zeros(2)
      .fill(Number.NaN)
      .addmv(0, 1, a, tensor([1, 0, 0]))
      .toArray(),
  ).toEqual([1, 4]);
  expect(
    zeros(2, 1)
      .fill(Number.NaN)
      .addr(0, 1, tensor([1, 2]), tensor([3]))
      .toArray(),
  ).toEqual([[3], [6]]);
});

test("a strided destination, also one that no kernel takes, is written in place", () => {
  const c = zeros(2, 2);
  c.t().addmm(a, b);
  expect(c.toArray()).toEqual([
    [5, 14],
    [11, 23],
  ]);
  const wide = zeros(2, 4);
  const everyOther = wide.view(2, 2, 2).select(2, 0);
  everyOther.addmm(a, b);
  expect(wide.toArray()).toEqual([
    [5, 0, 11, 0],
    [14, 0, 23, 0],
  ]);
  everyOther.addr(2, 1, tensor([1, 0]), tensor([0, 1]));
  expect(wide.get(0, 2)).toBe(23);
  expect(
    zeros(2, 3)
      .t()
      .addr(tensor([1, 2, 3]), tensor([1, 10]))
      .toArray(),
  ).toEqual([
    [1, 10],
    [2, 20],
    [3, 30],
  ]);
});

test("expanded and odd operands are taken as they are", () => {
  const row = tensor([[1, 2, 3]]).expand(2, 3);
  expect(mm(row, b).toArray()).toEqual([
    [5, 11],
    [5, 11],
  ]);
  expect(mv(row, tensor([1, 0, 0])).toArray()).toEqual([1, 1]);
  expect(mm(b, row).size()).toEqual([3, 3]);
});

test("operands that do not fit are refused before anything is written", () => {
  const c = zeros(2, 2);
  expect(() => c.addmm(a, a)).toThrow("addmm: expected [m, k] and [k, n], got [2, 3] and [2, 3]");
  expect(() => zeros(3, 2).addmm(a, b)).toThrow("addmm: expected a destination of size [2, 2], got [3, 2]");
  expect(() => mm(a, tensor([1]))).toThrow("mm: expected [m, k] and [k, n], got [2, 3] and [1]");
  expect(() => zeros(2).addmv(a, tensor([1, 2]))).toThrow("addmv: expected [m, n] and [n], got [2, 3] and [2]");
  expect(() => zeros(3).addmv(a, tensor([1, 2, 3]))).toThrow(ShapeError);
  expect(() => c.addr(a, b)).toThrow("addr: expected [m] and [n]");
  expect(() => c.addr(tensor([1, 2, 3]), tensor([1, 2]))).toThrow(ShapeError);
  expect(() => (a as Tensor).dot(a.to("float64"))).toThrow("dot: expected two tensors of one dtype");
  expect(() => mm(tensor([[1]], { dtype: "int32" }), tensor([[1]], { dtype: "int32" }))).toThrow("got int32");
  expect(c.sum()).toBe(0);
});

function randomTensor(seed: number, ...size: readonly number[]): Tensor<"float64"> {
  return new Tensor(size, { dtype: "float64" }).normal(0, 1, { generator: new Generator(seed) });
}

test("a destination may be an operand, or a part or the transpose of one", () => {
  const first = randomTensor(1, 5, 5);
  const second = randomTensor(2, 5, 5);
  const vector = randomTensor(3, 5);
  const expected = addmm(first, first, second);
  const own = first.clone();
  expect(own.addmm(own, second).equal(expected)).toBe(true);
  const right = second.clone();
  expect(mm(first, right, { out: right }).equal(mm(first, second))).toBe(true);
  const turned = first.clone();
  turned.t().addmm(0, 1, turned, turned);
  expect(turned.t().equal(mm(first, first))).toBe(true);
  const x = vector.clone();
  expect(x.addmv(0, 1, first, x).equal(mv(first, vector))).toBe(true);
  const square = first.clone();
  square.addr(0, 1, square.select(0, 1), square.select(1, 2));
  expect(square.equal(ger(first.select(0, 1), first.select(1, 2)))).toBe(true);
  const row = first.clone();
  row.select(0, 0).addmv(0, 1, row, vector);
  expect(row.select(0, 0).equal(mv(first, vector))).toBe(true);
});

test("batches are multiplied matrix by matrix, or summed", () => {
  const left = randomTensor(1, 3, 2, 4);
  const right = randomTensor(2, 3, 4, 5);
  const products = [0, 1, 2].map((i) => mm(left.select(0, i), right.select(0, i)));
  const batch = bmm(left, right);
  expect(batch.size()).toEqual([3, 2, 5]);
  products.forEach((product, i) => {
    expect(batch.select(0, i).equal(product)).toBe(true);
  });
  const sum = zeros([2, 5], { dtype: "float64" }).addbmm(left, right);
  for (const product of products) sum.add(-1, product);
  expect(sum.norm()).toBeCloseTo(0, 12);
  expect(
    zeros([2, 5], { dtype: "float64" })
      .fill(3)
      .addbmm(2, 0, left, right)
      .equal(zeros([2, 5], { dtype: "float64" }).fill(6)),
  ).toBe(true);
  expect(batch.clone().baddbmm(-1, 1, left, right).norm()).toBe(0);
});

test("batches may be strided, transposed or expanded, and the destination too", () => {
  const left = randomTensor(1, 4, 3, 2).transpose(0, 2);
  const right = randomTensor(2, 1, 4, 5).expand(2, 4, 5);
  const expected = bmm(left.clone(), right.clone());
  expect(bmm(left, right).equal(expected)).toBe(true);
  const out = zeros([5, 2, 3, 2], { dtype: "float64" }).select(3, 0).permute(1, 2, 0);
  out.baddbmm(left, right);
  expect(out.equal(expected)).toBe(true);
  const square = randomTensor(3, 3, 4, 4);
  const copy = square.clone();
  expect(square.baddbmm(0, 1, square, square.transpose(1, 2)).equal(bmm(copy, copy.transpose(1, 2)))).toBe(true);
  const plane = copy.clone();
  plane.select(0, 1).addbmm(plane, plane);
  expect(plane.select(0, 1).equal(addbmm(copy.select(0, 1), copy, copy))).toBe(true);
});

test("the functions take their scalars as options and leave their operands as they are", () => {
  const m = tensor([
    [1, 1],
    [1, 1],
  ]);
  expect(addmm(m, a, b, { beta: 10, alpha: 2 }).toArray()).toEqual([
    [20, 32],
    [38, 56],
  ]);
  expect(addmm(m.clone().fill(Number.NaN), a, b, { beta: 0 }).toArray()).toEqual(mm(a, b).toArray());
  expect(addmv(tensor([1, 1]), a, tensor([1, 1, 1]), { alpha: -1 }).toArray()).toEqual([-5, -14]);
  expect(addr(m, tensor([1, 2]), tensor([3, 4]), { beta: -1 }).toArray()).toEqual([
    [2, 3],
    [5, 7],
  ]);
  expect(baddbmm(m.unsqueeze(0), a.unsqueeze(0), b.unsqueeze(0)).toArray()).toEqual([
    [
      [6, 12],
      [15, 24],
    ],
  ]);
  expect(m.sum()).toBe(4);
});

test("a function whose destination is what it adds to writes in place", () => {
  const m = zeros(2, 2).fill(1);
  expect(addmm(m, a, b, { out: m })).toBe(m);
  expect(m.get(1, 1)).toBe(24);
  const spread = zeros(2, 4).view(2, 2, 2).select(2, 1);
  expect(addmm(spread, a, b, { out: spread }).toArray()).toEqual(mm(a, b).toArray());
});

test("a float32 product is accumulated in double precision", () => {
  const ones = zeros(1, 3).fill(1);
  expect(mm(ones, tensor([[2 ** 24], [1], [-(2 ** 24)]])).get(0, 0)).toBe(1);
});

test("NaN and infinities go through", () => {
  const odd = tensor([
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 0],
  ]);
  expect(mm(odd, tensor([[1], [1]])).toArray()).toEqual([[Number.NaN], [Number.POSITIVE_INFINITY]]);
});

test("what does not fit changes neither operands nor destination", () => {
  const out = tensor([1, 2, 3]);
  const batch = zeros(2, 2, 3);
  expect(() => mm(a, a, { out })).toThrow(ShapeError);
  expect(() => bmm(batch, a, { out })).toThrow("bmm: expected [b, m, k] and [b, k, n], got [2, 2, 3] and [2, 3]");
  expect(() => bmm(batch, zeros(3, 3, 2), { out })).toThrow(ShapeError);
  expect(() => addmm(tensor([1]), a, b, { out })).toThrow("addmm: expected a tensor of size [2, 2] to add to, got [1]");
  // @ts-expect-error: another dtype
  expect(() => mm<"float32">(a, b, { out: zeros([1], { dtype: "float64" }) })).toThrow(
    "mm: expected a destination of float32, got float64",
  );
  expect(() => zeros(2, 2).baddbmm(batch, batch.transpose(1, 2))).toThrow(
    "baddbmm: expected a destination of size [2, 2, 2], got [2, 2]",
  );
  expect(() => zeros(1, 2).expand(2, 2).addmm(a, b)).toThrow("addmm: expected a destination whose elements are apart");
  // @ts-expect-error: an array
  expect(() => mm(a, [[1]])).toThrow("mm: expected a tensor, got an array");
  // @ts-expect-error: no number
  expect(() => addmm(zeros(2, 2), a, b, { alpha: "2" })).toThrow('addmm: expected a number, got "2"');
  // @ts-expect-error: a misspelt option
  expect(() => mm(a, b, { output: out })).toThrow('mm: expected options named out, got "output"');
  expect(() => mm(new Tensor(), a)).toThrow("got [] and [2, 3]");
  expect(out.toArray()).toEqual([1, 2, 3]);
});
