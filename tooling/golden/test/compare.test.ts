import { tensor, zeros } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { compare } from "../src/compare/compare.ts";
import { LuaStorage, LuaTensor } from "../src/fixtures/values.ts";

const recorded = (data: number[], size = [data.length]): LuaTensor => new LuaTensor("double", size, data);
const float64 = { dtype: "float64" } as const;

describe("comparing tensors", () => {
  test("accepts a distance of 1e-10 relative to the largest magnitude, and not more", () => {
    expect(compare("y", recorded([1000, 1]), tensor([1000, 1 + 0.9e-7], float64))).toEqual([]);
    expect(compare("y", recorded([1000, 1]), tensor([1000, 1 + 1.1e-7], float64))).toHaveLength(1);
  });

  test("counts numbers that cancelled on the scale of rounding", () => {
    expect(compare("y", recorded([1e-17]), tensor([-3e-17], float64))).toEqual([]);
    expect(compare("y", recorded([1e-9]), tensor([2e-9], float64))).toHaveLength(1);
  });

  test("takes NaN for equal to NaN alone, and an infinity for equal to itself alone", () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY];
    expect(compare("y", recorded(values), tensor(values, float64))).toEqual([]);
    expect(compare("y", recorded([Number.NaN]), tensor([1], float64))).toHaveLength(1);
    expect(compare("y", recorded([1]), tensor([Number.NaN], float64))).toHaveLength(1);
    expect(compare("y", recorded([Number.POSITIVE_INFINITY]), tensor([1e308], float64))).toHaveLength(1);
    expect(
      compare("y", recorded([Number.POSITIVE_INFINITY]), tensor([Number.NEGATIVE_INFINITY], float64)),
    ).toHaveLength(1);
  });

  test("asks for equal sizes", () => {
    expect(compare("y", recorded([1, 2]), tensor([[1, 2]], float64))).toEqual(["y: expected size [2], got [1, 2]"]);
  });

  test("names the first wrong element and counts the others", () => {
    const problems = compare(
      "y",
      recorded([1, 2, 3, 4], [2, 2]),
      tensor(
        [
          [1, 2],
          [0, 0],
        ],
        float64,
      ),
    );
    expect(problems).toEqual(["y[1, 0]: expected 3 ± 4.0e-10, got 0 (2 of 4 numbers differ)"]);
  });

  test("reads views in the order of their dimensions", () => {
    const view = tensor(
      [
        [1, 3],
        [2, 4],
      ],
      float64,
    ).t();
    expect(compare("y", recorded([1, 2, 3, 4], [2, 2]), view)).toEqual([]);
  });

  test("looks at dtypes when it is told to", () => {
    const indices = new LuaTensor("long", [1], [3]);
    expect(compare("i", indices, tensor([3], float64), { dtypes: true })).toEqual([
      "i: expected dtype int32, got float64",
    ]);
    expect(compare("i", indices, tensor([3], { dtype: "int32" }), { dtypes: true })).toEqual([]);
  });

  test("does not take a number for a tensor, nor a tensor for a number", () => {
    expect(compare("y", recorded([1]), 1)).toHaveLength(1);
    expect(compare("y", 1, tensor([1], float64))).toHaveLength(1);
  });
});

describe("comparing other values", () => {
  test("goes through tables part by part", () => {
    const problems = compare("y", [recorded([1]), [recorded([2])]], [tensor([1], float64), [tensor([3], float64)]]);
    expect(problems).toEqual(["y[1][0][0]: expected 2 ± 2.0e-10, got 3 (1 of 1 numbers differ)"]);
  });

  test("asks for tables of one length", () => {
    expect(compare("y", [recorded([1])], [])).toHaveLength(1);
    expect(compare("y", [recorded([1])], tensor([1], float64))).toHaveLength(1);
  });

  test("takes an empty table for a gradient that is not computed, but not for one that is", () => {
    expect(compare("gradInput", [], [zeros([])])).toEqual([]);
    expect(compare("gradInput", [], tensor([1], float64))).toHaveLength(1);
  });

  test("compares storages with sizes, texts with texts and truths with truths", () => {
    expect(compare("size", new LuaStorage([2, 3]), [2, 3])).toEqual([]);
    expect(compare("size", new LuaStorage([2, 3]), [3, 2])).toHaveLength(1);
    expect(compare("text", "a", "b")).toHaveLength(1);
    expect(compare("truth", true, 1)).toHaveLength(1);
  });

  test("lets anything pass where nothing was recorded", () => {
    expect(compare("gradParameters", [null, recorded([1])], [zeros(3), tensor([1], float64)])).toEqual([]);
  });
});
