import { afterEach, expect, test } from "vitest";
import {
  backend,
  extendBackend,
  plainBackend,
  rowsGradientInto,
  rowsInto,
  tensor,
  useBackend,
  zeros,
} from "../src/index.ts";

afterEach(() => {
  useBackend(plainBackend);
});

test("the plain backend is in use until another is chosen, which gives the one before", () => {
  const other = extendBackend(plainBackend, "other", {});
  expect(backend()).toBe(plainBackend);
  expect(useBackend(other)).toBe(plainBackend);
  expect(backend().name).toBe("other");
});

test("a backend in part leaves the rest to the one below", () => {
  let calls = 0;
  const part = extendBackend(plainBackend, "part", {
    map: {
      exp(...operands) {
        calls += 1;
        plainBackend.map.exp(...operands);
      },
    },
  });
  useBackend(part);
  expect(tensor([0]).exp().log().get(0)).toBe(0);
  expect(calls).toBe(1);
});

test("integer tensors do not go through the backend", () => {
  useBackend(
    extendBackend(plainBackend, "refusing", {
      map: {
        addScalar() {
          throw new Error("asked");
        },
      },
    }),
  );
  expect(() => tensor([1]).add(1)).toThrow("asked");
  expect(tensor([1], { dtype: "int32" }).add(1).get(0)).toBe(2);
});

test("row kernels take rows along any dimension, and need not have dense inputs", () => {
  const x = tensor([
    [1, 1],
    [1, 3],
  ]);
  const alongColumns = zeros(2, 2);
  rowsInto("test", "softMax", x, alongColumns, 0);
  const alongRows = zeros(2, 2);
  rowsInto("test", "softMax", x.t(), alongRows, 1);
  expect(alongColumns.t().contiguous().toArray()).toEqual(alongRows.toArray());
  const gradient = zeros(2, 2);
  rowsGradientInto("test", "softMaxGradient", alongRows, x.t(), gradient, 1);
  expect(gradient.sum(1).norm()).toBeCloseTo(0, 6);
});

test("row kernels refuse destinations that are not contiguous", () => {
  expect(() => rowsInto("test", "softMax", zeros(2, 2), zeros(2, 2).t(), 1)).toThrow(
    "test: expected a contiguous tensor",
  );
  const integers = zeros([2], { dtype: "int32" });
  expect(() => rowsInto("test", "softMax", integers, integers, 0)).toThrow("got int32");
});
