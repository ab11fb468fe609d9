import { inspect } from "node:util";
import {
  ArgumentError,
  type DType,
  IndexError,
  manualSeed,
  ShapeError,
  storageAllocations,
  type Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { ConfusionMatrix } from "../src/index.ts";

const int32 = { dtype: "int32" } as const;

/** A matrix of given counts. */
function counted(counts: number[][], names?: readonly string[]): ConfusionMatrix {
  const confusion = new ConfusionMatrix(counts.length, names);
  confusion.mat.copy(tensor(counts, int32));
  return confusion;
}

/** The same elements, each apart from the next. */
function apart(x: Tensor): Tensor {
  const wide = zeros([...x.size(), 2], { dtype: x.dtype });
  const narrow = wide.select(x.dim(), 1);
  return narrow.copy(x);
}

describe("counting", () => {
  test("rows are what samples are, columns what they were taken for", () => {
    const confusion = new ConfusionMatrix(3).add(2, 0).add(2, 0).add(1, 1);
    expect(confusion.mat.dtype).toBe("int32");
    expect(confusion.mat.toArray()).toEqual([
      [0, 0, 2],
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });

  test("scores stand for the class of the largest, the first one among equals, and one-hot vectors for theirs", () => {
    const confusion = new ConfusionMatrix(3);
    confusion.add(tensor([0.1, 0.7, 0.7]), 2);
    confusion.add(tensor([-3, -2, -1]), tensor([0, 1, 0]));
    confusion.add(0, tensor([0, 0, 1], int32));
    expect(confusion.mat.toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [1, 1, 0],
    ]);
  });

  test("NaN is the largest score, as it is for max", () => {
    const confusion = new ConfusionMatrix(3).add(tensor([1, Number.NaN, Number.NaN]), 0);
    expect(confusion.mat.get(0, 1)).toBe(1);
    expect(tensor([1, Number.NaN, Number.NaN]).max(0)[1].toArray()).toEqual([1]);
  });

  const ids = [1, 0, 2, 2];
  const scores = ids.map((id) => [0, 1, 2].map((c) => (c === id ? 0.5 : -1)));
  const targets = [1, 1, 2, 0];
  const rows = targets.map((target) => [0, 1, 2].map((c) => (c === target ? 1 : 0)));
  const column = (values: number[]): number[][] => values.map((value) => [value]);
  const dtypes: DType[] = ["float32", "float64", "int32", "int8"];
  const floats: DType[] = ["float32", "float64"];

  test.each([
    ["classes", ids, dtypes],
    ["a column of classes", column(ids), dtypes],
    ["scores", scores, floats],
  ] as const)(
    "a batch of %s counts as its samples do, with targets of every form, however they lie",
    (_, given, types) => {
      const single = new ConfusionMatrix(3);
      for (const [i, id] of ids.entries()) single.add(id, targets[i]);
      for (const dtype of types) {
        for (const wanted of [targets, column(targets), rows]) {
          const predictions = tensor(given, { dtype });
          const labels = tensor(wanted, { dtype });
          for (const [p, t] of [
            [predictions, labels],
            [apart(predictions), apart(labels)],
            [apart(predictions).clone(), labels],
          ]) {
            expect(new ConfusionMatrix(3).batchAdd(p, t).mat.toArray()).toEqual(single.mat.toArray());
          }
        }
      }
    },
  );

  test("a transposed batch of scores counts by its rows", () => {
    manualSeed(7);
    const scores = zeros([20, 4], { dtype: "float64" }).normal();
    const targets = tensor(Array.from({ length: 20 }, (_, i) => i % 4));
    const transposed = scores.t().contiguous().t();
    expect(transposed.isContiguous()).toBe(false);
    const [expected, actual] = [scores, transposed].map((x) => new ConfusionMatrix(4).batchAdd(x, targets).mat);
    expect(actual.toArray()).toEqual(expected.toArray());
    expect(expected.sum()).toBe(20);
  });

  test("samples with a negative target are not counted, whatever was predicted", () => {
    const confusion = new ConfusionMatrix(2);
    confusion.add(1, -1).add(7, -2);
    confusion.batchAdd(tensor([0, 9, 1, -1]), tensor([0, -1, 1, -100]));
    expect(confusion.mat.toArray()).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("zero forgets all samples", () => {
    expect(new ConfusionMatrix(2).add(0, 1).zero().mat.sum()).toBe(0);
  });

  test("from the second batch on no memory is taken", () => {
    const confusion = new ConfusionMatrix(10);
    const [scores, targets] = [zeros([64, 10]), zeros([64])];
    confusion.batchAdd(scores, targets);
    const before = storageAllocations();
    for (let i = 0; i < 5; i++) confusion.batchAdd(scores, targets).add(scores.select(0, 1), 3);
    expect(storageAllocations()).toBe(before);
  });
});

describe("bad samples", () => {
  const confusion = new ConfusionMatrix(3);

  test.each([
    [[0, 1, 3, 1], [0, 0, 0, 3], "classes from 0 to 2, got 3 as the prediction of sample 2"],
    [[0, 1, -1, 1], [0, 0, 0, 0], "got -1 as the prediction of sample 2"],
    [[0, 1, 1.5, 1], [0, 0, 0, 0], "got 1.5 as the prediction of sample 2"],
    [[0, Number.NaN, 1, 1], [0, 0, 0, 0], "got NaN as the prediction of sample 1"],
    [[0, 1, 1, 1], [0, 0, 0, 3], "got 3 as the target of sample 3"],
    [[0, 1, 1, 1], [0.5, 0, 0, 0], "got 0.5 as the target of sample 0"],
    [[0, 1, 1, 1], [0, -0.5, 0, 0], "got -0.5 as the target of sample 1"],
    [[0, 1, 1, 1], [0, Number.NEGATIVE_INFINITY, 0, 0], "got -Infinity as the target of sample 1"],
  ])("a batch of %j for %j is refused, and nothing of it is counted", (predictions, targets, message) => {
    const add = (): unknown => confusion.batchAdd(tensor(predictions), tensor(targets));
    expect(add).toThrow(IndexError);
    expect(add).toThrow(message);
    expect(() => confusion.add(predictions[0], 3)).toThrow(IndexError);
    expect(confusion.mat.sum()).toBe(0);
  });

  test("other sizes are refused by name", () => {
    const refuse = (add: () => unknown, message: string): void => {
      expect(add).toThrow(ShapeError);
      expect(add).toThrow(message);
      expect(confusion.mat.sum()).toBe(0);
    };
    refuse(() => confusion.batchAdd(zeros([4, 2]), zeros(4)), "predictions [N], [N, 1] or [N, 3], got [4, 2]");
    refuse(() => confusion.batchAdd(zeros(4), zeros([4, 4])), "targets [N], [N, 1] or [N, 3], got [4, 4]");
    refuse(() => confusion.batchAdd(zeros([2, 3, 1]), zeros(2)), "got [2, 3, 1]");
    refuse(() => confusion.batchAdd(zeros([]), zeros(2)), "got []");
    refuse(() => confusion.batchAdd(zeros([4, 3]), zeros(3)), "a target for each of 4 predictions, got 3");
    refuse(() => confusion.add(zeros(2), 0), "a prediction that is a class or scores [3], got [2]");
    refuse(() => confusion.add(0, zeros([1, 3])), "a target that is a class or scores [3], got [1, 3]");
  });

  test("what is no tensor is refused by name", () => {
    // @ts-expect-error: arrays are no tensors
    const add = (): unknown => confusion.batchAdd([1, 2], zeros(2));
    expect(add).toThrow(ArgumentError);
    expect(add).toThrow("a tensor of predictions, got an array");
  });

  test("a count that an int32 can not hold is refused, and nothing of its batch is counted", () => {
    const full = counted([
      [2 ** 31 - 2, 5],
      [0, 2 ** 31 - 1],
    ]);
    const before = full.mat.toArray();
    expect(() => full.batchAdd(tensor([1, 0, 0]), tensor([0, 0, 0]))).toThrow("counts up to 2147483647");
    expect(() => full.add(1, 1)).toThrow(ArgumentError);
    expect(full.mat.toArray()).toEqual(before);
    expect(full.add(0, 0).totalValid).toBe((2 ** 32 - 2) / (2 ** 32 + 3));
  });
});

describe("figures", () => {
  const confusion = counted([
    [3, 1, 0],
    [2, 2, 0],
    [0, 0, 0],
  ]);

  test("are shares of rows, of rows and columns, and of all samples", () => {
    expect(confusion.valids.toArray()).toEqual([0.75, 0.5, Number.NaN]);
    expect(confusion.unionvalids.toArray()).toEqual([0.5, Math.fround(2 / 5), Number.NaN]);
    expect(confusion.totalValid).toBe(5 / 8);
    expect(confusion.averageValid).toBe(0.625);
    expect(confusion.averageUnionValid).toBe((0.5 + Math.fround(2 / 5)) / 2);
  });

  test("are means over the classes that have samples, although others were predicted", () => {
    const predicted = counted([
      [1, 1],
      [0, 0],
    ]);
    expect(predicted.unionvalids.toArray()).toEqual([0.5, 0]);
    expect([predicted.averageValid, predicted.averageUnionValid]).toEqual([0.5, 0.5]);
  });

  test("are never stale", () => {
    const growing = new ConfusionMatrix(2);
    expect([growing.totalValid, growing.averageValid, growing.averageUnionValid]).toEqual([NaN, NaN, NaN]);
    expect(growing.add(0, 0).totalValid).toBe(1);
    growing.mat.fill(1);
    expect([growing.totalValid, growing.averageValid]).toEqual([0.5, 0.5]);
    expect(growing.updateValids()).toBe(growing);
  });

  test("of false rejections and acceptances are for each class, and those of absent classes are -1", () => {
    const { classFrrs, classFars, frrs, fars } = counted([
      [6, 2, 0, 0],
      [0, 0, 0, 0],
      [1, 0, 2, 1],
      [0, 0, 5, 5],
    ]).farFrr();
    expect(classFrrs.toArray()).toEqual([0.25, -1, 0.5, 0.5]);
    expect(classFars.toArray()).toEqual([0.125, -1, 0.25, 0.125]);
    expect(frrs.toArray()).toEqual([0.25, 0.5, 0.5]);
    expect(fars.toArray()).toEqual([0.125, 0.25, 0.125]);
  });

  test("of acceptances need another class, and of an empty matrix there are none", () => {
    const alone = counted([
      [1, 1],
      [0, 0],
    ]).farFrr();
    expect(alone.classFars.toArray()).toEqual([Number.NaN, -1]);
    const none = new ConfusionMatrix(2).farFrr();
    expect([none.frrs.toArray(), none.fars.toArray(), none.classFrrs.toArray()]).toEqual([[], [], [-1, -1]]);
  });
});

describe("printing", () => {
  test("follows Torch to the letter", () => {
    const confusion = counted(
      [
        [1, 63],
        [0, 3],
      ],
      ["cat", "dog"],
    );
    expect(String(confusion)).toBe(
      [
        "ConfusionMatrix:",
        "[[       1      63]   1.562% \t[class: cat]",
        " [       0       3]]  100.000% \t[class: dog]",
        " + average row correct: 50.78125% ",
        " + average rowUcol correct (VOC measure): 3.0539773404598% ",
        " + global correct: 5.9701492537313%",
      ].join("\n"),
    );
    expect(inspect(confusion)).toBe(String(confusion));
  });

  test("calls classes by their numbers when they have no names, and says nan where there is nothing", () => {
    expect(String(new ConfusionMatrix(1))).toBe(
      [
        "ConfusionMatrix:",
        "[[       0]]  nan% \t[class: 0]",
        " + average row correct: nan% ",
        " + average rowUcol correct (VOC measure): nan% ",
        " + global correct: nan%",
      ].join("\n"),
    );
  });

  test("makes columns wider for large counts", () => {
    const rows = String(
      counted([
        [123456789, 0],
        [0, 1],
      ]),
    ).split("\n");
    expect(rows[1]).toContain("[[ 123456789         0] ");
    expect(rows[2]).toContain(" [         0         1]] ");
  });

  test("leaves a space before a power of ten, too", () => {
    const matrix = counted([
      [1, 100000000],
      [10000000, 0],
    ]);
    expect(String(matrix)).toContain("[[         1 100000000] ");
    expect(String(matrix)).toContain(" [  10000000         0]] ");
  });
});

describe("making one", () => {
  test("takes a number of classes, their names, or both", () => {
    expect(new ConfusionMatrix(2).classes).toEqual(["0", "1"]);
    expect(new ConfusionMatrix(["a", "b"]).nclasses).toBe(2);
    expect(new ConfusionMatrix(2, ["a", "b"]).classes).toEqual(["a", "b"]);
  });

  test("refuses other numbers and names", () => {
    expect(() => new ConfusionMatrix(0)).toThrow("at least one class, got 0");
    expect(() => new ConfusionMatrix(1.5)).toThrow(ArgumentError);
    expect(() => new ConfusionMatrix([])).toThrow(ArgumentError);
    expect(() => new ConfusionMatrix(3, ["a"])).toThrow("a name for each of 3 classes, got 1");
    // @ts-expect-error: a string is no list
    expect(() => new ConfusionMatrix("10")).toThrow('a list of names, got "10"');
    // @ts-expect-error: classes are needed
    expect(() => new ConfusionMatrix()).toThrow("at least one class, got undefined");
    // @ts-expect-error: names are strings
    expect(() => new ConfusionMatrix([1, 2])).toThrow("names that are strings, got 1");
  });
});
