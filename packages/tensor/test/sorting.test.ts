import { describe, expect, test } from "vitest";
import {
  ArgumentError,
  DTypeError,
  IndexError,
  kthvalue,
  manualSeed,
  median,
  mode,
  randn,
  range,
  sort,
  storageAllocations,
  type Tensor,
  tensor,
  topk,
  zeros,
} from "../src/index.ts";
import { callAnyhow } from "./callAnyhow.ts";

const { NaN: notANumber, POSITIVE_INFINITY: infinity } = Number;

/** Values and indices as arrays. */
function arrays([values, indices]: readonly [Tensor, Tensor]): unknown[] {
  return [values.toArray(), indices.toArray()];
}

/** The stable order of some numbers, NaN last, by JavaScript's own sort. */
function stableOrder(numbers: readonly number[], descending: boolean): number[] {
  const order = numbers.map((_, i) => i);
  const rank = (i: number): number => (Number.isNaN(numbers[i]) ? infinity : Math.atan(numbers[i]));
  return order.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) < rank(b) !== descending ? -1 : 1));
}

describe("sort", () => {
  test("goes along the last dimension unless told otherwise", () => {
    const x = tensor([
      [3, 1, 2],
      [0, 5, 4],
    ]);
    expect(arrays(x.sort())).toEqual([
      [
        [1, 2, 3],
        [0, 4, 5],
      ],
      [
        [1, 2, 0],
        [0, 2, 1],
      ],
    ]);
    expect(arrays(x.sort(0, { descending: true }))).toEqual([
      [
        [3, 5, 4],
        [0, 1, 2],
      ],
      [
        [0, 1, 1],
        [1, 0, 0],
      ],
    ]);
    expect(x.sort()[1].dtype).toBe("int32");
    const [values, indices] = x.t().sort(-2);
    expect(arrays([values.t(), indices.t()])).toEqual(arrays(x.sort()));
  });

  test("keeps equal elements in their order, in both directions", () => {
    const x = tensor([1, 0, 1, 0, 1]);
    expect(x.sort()[1].toArray()).toEqual([1, 3, 0, 2, 4]);
    expect(x.sort(0, { descending: true })[1].toArray()).toEqual([0, 2, 4, 1, 3]);
    expect(x.sort(0, { descending: false })[1].toArray()).toEqual([1, 3, 0, 2, 4]);
  });

  test("takes −0 and 0 for equal and keeps both", () => {
    expect(tensor([0, -0, -1]).sort()[0].toArray()).toEqual([-1, 0, -0]);
    expect(tensor([-0, 0]).sort(0, { descending: true })[0].toArray()).toEqual([-0, 0]);
  });

  test("puts NaN last, in descending order first", () => {
    const x = tensor([notANumber, 2, infinity, notANumber, -infinity]);
    expect(arrays(x.sort())).toEqual([
      [-infinity, 2, infinity, notANumber, notANumber],
      [4, 1, 2, 0, 3],
    ]);
    expect(arrays(x.sort(0, { descending: true }))).toEqual([
      [notANumber, notANumber, infinity, 2, -infinity],
      [0, 3, 2, 1, 4],
    ]);
    expect(tensor([notANumber, notANumber]).sort()[1].toArray()).toEqual([0, 1]);
  });

  test("gives the one stable order of many elements", () => {
    manualSeed(3);
    for (const count of [1, 2, 16, 17, 33, 500, 1000]) {
      for (const spread of [2, 1000]) {
        const x = randn([count], { dtype: "float64" }).mul(spread).round();
        if (count > 100) x.put([7], notANumber).put([70], notANumber);
        const numbers = [...x.values()];
        for (const descending of [false, true]) {
          const [values, indices] = x.sort(0, { descending });
          const order = stableOrder(numbers, descending);
          expect(indices.toArray()).toEqual(order);
          expect(values.toArray()).toEqual(order.map((i) => numbers[i]));
        }
      }
    }
  });

  test("sorts ordered and reversed elements, and every dtype", () => {
    const x = range(0, 99);
    expect(x.sort()[0].equal(x)).toBe(true);
    expect(x.sort(0, { descending: true })[0].sort()[0].equal(x)).toBe(true);
    const bytes = tensor([200, 0, 100], { dtype: "uint8" });
    expect(arrays(bytes.sort())).toEqual([
      [0, 100, 200],
      [1, 2, 0],
    ]);
    expect(bytes.sort(0, { descending: true })[0].dtype).toBe("uint8");
    expect(
      tensor([[3], [1]])
        .expand(2, 2)
        .sort(0)[0]
        .toArray(),
    ).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  test("writes into destinations, of which the values may be the operand", () => {
    const x = tensor([3, 1, 2]);
    const indices = zeros([3], { dtype: "int32" });
    const before = storageAllocations();
    x.sort(0, { out: [zeros(3), indices] });
    expect(storageAllocations() - before).toBe(1);
    expect(arrays(x.sort(0, { out: [x, indices] }))).toEqual([
      [1, 2, 3],
      [1, 2, 0],
    ]);
    expect(x.toArray()).toEqual([1, 2, 3]);
  });

  test("refuses what it can not sort or write to before anything changes", () => {
    const x = tensor([3, 1, 2]);
    const values = zeros(2);
    expect(() => callAnyhow(x.sort, x, [0, { out: [values, zeros(2)] }])).toThrow(DTypeError);
    expect(() => callAnyhow(x.sort, x, [0, { out: values }])).toThrow(ArgumentError);
    expect(() => callAnyhow(x.sort, x, [0, true])).toThrow("sort: expected an object of options");
    expect(values.toArray()).toEqual([0, 0]);
    expect(() => x.sort(1)).toThrow(IndexError);
    expect(() => tensor([]).sort()).toThrow("sort: expected a tensor that is not empty");
    expect(() => callAnyhow(sort, undefined, [[1, 2]])).toThrow("sort: expected a tensor, got an array");
  });
});

describe("topk", () => {
  const x = tensor([5, 1, 4, 2, 3]);

  test("takes the smallest unless asked for the largest, in order when asked to", () => {
    expect(x.topk()[0].toArray()).toEqual([1]);
    expect([...x.topk(3)[0].values()].sort()).toEqual([1, 2, 3]);
    expect([...x.topk(3, 0, { largest: true })[0].values()].sort()).toEqual([3, 4, 5]);
    expect(arrays(x.topk(2, 0, { sorted: true }))).toEqual([
      [1, 2],
      [1, 3],
    ]);
    expect(arrays(topk(x, 5, 0, { largest: true, sorted: true }))).toEqual([
      [5, 4, 3, 2, 1],
      [0, 2, 4, 3, 1],
    ]);
  });

  test("goes along any dimension", () => {
    const y = tensor([
      [1, 6],
      [3, 4],
      [5, 2],
    ]);
    expect(arrays(y.topk(2, 0, { largest: true, sorted: true }))).toEqual([
      [
        [5, 6],
        [3, 4],
      ],
      [
        [2, 0],
        [1, 1],
      ],
    ]);
    expect(y.t().topk(1, -1)[0].toArray()).toEqual([[1], [2]]);
  });

  test("counts NaN as the largest", () => {
    const y = tensor([notANumber, 1, 3, notANumber, 2]);
    expect(y.topk(3, 0, { sorted: true })[0].toArray()).toEqual([1, 2, 3]);
    expect(arrays(y.topk(3, 0, { largest: true, sorted: true }))).toEqual([
      [notANumber, notANumber, 3],
      [0, 3, 2],
    ]);
  });

  test("refuses numbers of elements that the dimension does not have", () => {
    expect(() => x.topk(6)).toThrow("topk: expected k from 1 to 5, got 6");
    expect(() => x.topk(0)).toThrow(ArgumentError);
    expect(() => x.topk(1.5)).toThrow(ArgumentError);
    expect(() => tensor([]).topk()).toThrow(IndexError);
  });
});

describe("kthvalue", () => {
  test("counts from the smallest, which is 0", () => {
    const x = tensor([
      [5, 1, 4],
      [7, 9, 8],
    ]);
    expect(arrays(x.kthvalue(0))).toEqual([
      [[1], [7]],
      [[1], [0]],
    ]);
    expect(arrays(x.kthvalue(-1, 0, { keepDim: false }))).toEqual([
      [7, 9, 8],
      [1, 1, 1],
    ]);
    expect(arrays(kthvalue(tensor([4]), 0))).toEqual([[4], [0]]);
  });

  test("agrees with sort for every position", () => {
    manualSeed(4);
    for (const spread of [1, 100]) {
      const x = randn([3, 101], { dtype: "float64" }).mul(spread).round().add(0);
      const sorted = x.sort()[0];
      for (let k = 0; k < 101; k += 5) {
        const [values, indices] = x.kthvalue(k);
        for (let i = 0; i < 3; i++) {
          expect(values.get(i, 0)).toBe(sorted.get(i, k));
          expect(x.get(i, indices.get(i, 0))).toBe(values.get(i, 0));
        }
      }
    }
  });

  test("refuses positions that are not there", () => {
    expect(() => tensor([1, 2]).kthvalue(2)).toThrow("kthvalue: expected an index from -2 to 1, got 2");
    expect(() => tensor([1, 2]).kthvalue(0.5)).toThrow(IndexError);
    expect(() => tensor([]).kthvalue(0)).toThrow(IndexError);
    expect(() => tensor([1]).kthvalue(0, 1)).toThrow(IndexError);
  });
});

describe("median", () => {
  test("is the lower of the two in the middle", () => {
    expect(arrays(tensor([4, 1, 3, 2]).median())).toEqual([[2], [3]]);
    expect(arrays(median(tensor([[1, 3, 2]]), -1, { keepDim: false }))).toEqual([[2], [2]]);
    expect(
      tensor([
        [1, 9],
        [3, 7],
        [2, 8],
      ])
        .median(0)[0]
        .toArray(),
    ).toEqual([[2, 8]]);
  });

  test("counts NaN as the largest, and takes infinities", () => {
    expect(arrays(tensor([notANumber, 5, 1]).median())).toEqual([[5], [1]]);
    expect(tensor([notANumber, notANumber, 1]).median()[0].toArray()).toEqual([notANumber]);
    expect(tensor([infinity, -infinity, 0]).median()[0].toArray()).toEqual([0]);
  });
});

describe("mode", () => {
  test("is the smallest of the most frequent, where it comes last", () => {
    expect(arrays(tensor([1, 2, 2, 3]).mode())).toEqual([[2], [2]]);
    expect(arrays(tensor([3, 1, 3, 1, 2]).mode())).toEqual([[1], [3]]);
    expect(
      arrays(
        mode(
          tensor([
            [1, 2],
            [1, 4],
          ]),
          0,
          { keepDim: false },
        ),
      ),
    ).toEqual([
      [1, 2],
      [1, 0],
    ]);
  });

  test("does not take NaN for frequent", () => {
    expect(arrays(tensor([notANumber, notANumber, 7]).mode())).toEqual([[7], [2]]);
    expect(arrays(tensor([notANumber, notANumber]).mode())).toEqual([[notANumber], [0]]);
  });
});
