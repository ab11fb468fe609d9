import { tensor, zeros } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { Adam, restoreState, restoreTensor, SGD, saveState, saveTensor } from "../src/index.ts";
import { throughText } from "./objectives.ts";

const f64 = { dtype: "float64" } as const;

describe("saved tensors", () => {
  test("come back with size, dtype and every bit, strided ones in row-major order", () => {
    const values = [0.1, -0, Number.NaN, 5e-324, Number.NEGATIVE_INFINITY, 1 / 3];
    const matrix = tensor(values, f64).view(2, 3).t();
    const restored = restoreTensor(saveTensor(matrix));
    expect(restored.toArray()).toEqual(matrix.toArray());
    expect(restored.size()).toEqual([3, 2]);
    expect(restored.dtype).toBe("float64");
    expect(restoreTensor(saveTensor(zeros([0]))).nElement()).toBe(0);
  });

  test.each([
    [null, "expected a dtype, a size and data in base64"],
    [{ dtype: "float16", size: [1], data: "AAA=" }, "expected a dtype, a size"],
    [{ dtype: "float32", size: [-1], data: "" }, "expected a dtype, a size"],
    [{ dtype: "float32", size: [1], data: "!" }, "expected data in base64"],
    [{ dtype: "float32", size: [2], data: "AAAAAA==" }, "expected 8 bytes for float32 [2], got 4"],
    [
      { dtype: "float32", size: [1e9, 1e6], data: "AAAAAA==" },
      "expected 4000000000000000 bytes for float32 [1000000000, 1000000], got 4",
    ],
  ])("are refused when they are none: %o", (saved, message) => {
    expect((): unknown => Reflect.apply(restoreTensor, undefined, [saved])).toThrow(`restoreTensor: ${message}`);
  });
});

describe("saved states", () => {
  test("hold finite numbers and tensors alone", () => {
    expect(() => saveState({ t: Number.NaN })).toThrow("saveState: expected finite numbers and tensors, got NaN as t");
    expect(() => saveState({ name: "adam" })).toThrow('got "adam" as name');
    expect((): unknown => Reflect.apply(restoreState, undefined, [[1]])).toThrow(
      "restoreState: expected a saved state",
    );
    expect(restoreState(saveState({ t: 3, m: undefined }))).toEqual({ t: 3 });
  });

  test("are copies: neither steps nor their text change them", () => {
    const x = tensor([1, 2], f64);
    const optimizer = new Adam(x);
    optimizer.step((x) => [0, x.clone()]);
    const [saved, text] = [optimizer.state(), JSON.stringify(optimizer.state())];
    const other = new Adam(x.clone()).load(saved);
    optimizer.step((x) => [0, x.clone()]);
    other.step((x) => [0, x.clone()]);
    expect(JSON.stringify(saved)).toBe(text);
    expect(throughText(saved)).toEqual(saved);
    expect(other.parameters.toArray()).toEqual(x.toArray());
  });

  test.each([null, 3, {}, { optimizer: "adam", parts: null }, { optimizer: "adam", parts: [3] }])(
    "are refused when they are none: %o",
    (saved) => {
      const optimizer = new Adam(tensor([1, 2]));
      optimizer.step((x) => [0, x.clone()]);
      const before = optimizer.state();
      expect((): unknown => Reflect.apply(optimizer.load, optimizer, [saved])).toThrow("expected");
      expect(optimizer.state()).toEqual(before);
    },
  );
});

test("settings and groups are those of when the optimiser was made", () => {
  const x = zeros([3], f64);
  const group = { range: [0, 1] as [number, number], learningRate: 2 };
  const options = { learningRate: 1, clipValue: 5, groups: [group] };
  const optimizer = new SGD(x, options);
  Object.assign(options, { learningRate: 100, clipValue: 0.1, groups: [] });
  Object.assign(group, { range: [0, 3], learningRate: 100 });
  optimizer.step(() => [0, tensor([1, 1, 1], f64)]);
  expect(x.toArray()).toEqual([-2, -1, -1]);
});
