import { describe, expect, test } from "vitest";
import { decodeSpec, decodeTensor, decodeValue } from "../src/fixtures/decode.ts";
import { toActivation, toTensor } from "../src/fixtures/tensors.ts";
import { LuaStorage, LuaTensor } from "../src/fixtures/values.ts";

describe("decoding a tensor", () => {
  test("keeps infinities, NaN and the sign of zero", () => {
    const json: unknown = JSON.parse('{"dtype":"double","size":[4],"data":["inf","-inf","nan",-0.0]}');
    expect(decodeTensor(json, "here").data).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      -0,
    ]);
  });

  test("takes no sizes for an empty tensor", () => {
    expect(toTensor(decodeTensor({ dtype: "double", size: [], data: [] }, "here")).dim()).toBe(0);
  });

  test.each([
    ["more numbers than the sizes hold", { dtype: "double", size: [1, 2], data: [1, 2, 3] }],
    ["an unknown dtype", { dtype: "half", size: [1], data: [1] }],
    ["a word among the numbers", { dtype: "double", size: [1], data: ["one"] }],
    ["a fraction among whole numbers", { dtype: "long", size: [1], data: [1.5] }],
    ["a size that is no whole number", { dtype: "double", size: [1.5], data: [1] }],
    ["no data", { dtype: "double", size: [1] }],
    ["a key that tensors do not have", { dtype: "double", size: [1], data: [1], stride: [1] }],
    ["a number in its place", 3],
  ])("refuses %s and says where", (_, json) => {
    expect(() => decodeTensor(json, 'nn/Linear.json, case "batched", input')).toThrow(
      /^nn\/Linear\.json, case "batched", input/,
    );
  });

  test.each([
    ["double", "float64"],
    ["float", "float32"],
    ["long", "int32"],
    ["int", "int32"],
    ["short", "int16"],
    ["char", "int8"],
    ["byte", "uint8"],
  ] as const)("gives %s the dtype %s", (lua, ours) => {
    expect(toTensor(new LuaTensor(lua, [1], [1])).dtype).toBe(ours);
  });

  test("refuses whole numbers that int32 can not hold", () => {
    expect(() => toTensor(new LuaTensor("long", [1], [2 ** 31]))).toThrow("int32 can not hold 2147483648");
  });
});

describe("decoding other values", () => {
  test("tells storages, tables, records and references apart", () => {
    expect(decodeValue({ storage: "long", data: [2, 3] }, "here")).toEqual(new LuaStorage([2, 3]));
    expect(decodeValue([1, [null, true]], "here")).toEqual([1, [null, true]]);
    expect(decodeValue({ a: 1 }, "here")).toEqual(new Map([["a", 1]]));
    expect(decodeValue({ $input: 2 }, "here")).toMatchObject({ index: 1 });
  });

  test("reads modules to any depth, with weights, fields and calls", () => {
    const spec = decodeSpec(
      {
        class: "Sequential",
        children: [
          {
            class: "Concat",
            args: [2],
            children: [{ class: "Linear", args: [3, 4], calls: [["noBias"]], weight: 0.5 }],
          },
        ],
        config: { running_mean: { dtype: "double", size: [1], data: [7] } },
      },
      "here",
    );
    const linear = spec.children[0].children[0];
    expect(linear).toMatchObject({ class: "Linear", args: [3, 4], calls: [{ name: "noBias", args: [] }], weight: 0.5 });
    expect(spec.config.get("running_mean")).toBeInstanceOf(LuaTensor);
  });

  test("takes an empty list for an empty table of fields", () => {
    expect(decodeSpec({ class: "Linear", config: [] }, "here").config.size).toBe(0);
  });

  test("refuses a module with a key that nothing would read", () => {
    expect(() => decodeSpec({ class: "Linear", arguments: [3] }, "here")).toThrow(/"arguments"/);
  });

  test("refuses a table with string keys where an activation is needed", () => {
    expect(() => toActivation(new Map([["a", 1]]))).toThrow("string keys");
  });
});
