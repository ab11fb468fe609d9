import { expect, test } from "vitest";
import { fixed, general, scientific } from "../src/printf/printf.ts";

test("a number halfway between two texts becomes the even one, as in C", () => {
  expect([0.5, 1.5, 2.5, -2.5].map((value) => fixed(value, 0))).toEqual(["0", "2", "2", "-2"]);
  expect([1.5625, 4.6875].map((value) => fixed(value, 3))).toEqual(["1.562", "4.688"]);
  expect([100005, 100015].map((value) => scientific(value, 4))).toEqual(["1.0000e+05", "1.0002e+05"]);
  expect(general(99.9969482421875, 14)).toBe("99.996948242188");
  expect(general(99.9908447265625, 14)).toBe("99.990844726562");
});

test("numbers of all sizes have the digits that C gives them", () => {
  expect([-0, 1e21, 5e-324].map((value) => fixed(value, 2))).toEqual(["-0.00", "1000000000000000000000.00", "0.00"]);
  expect(fixed(1e21, 0)).toBe("1000000000000000000000");
  expect([0, -1.5e300, 5e-324].map((value) => scientific(value, 3))).toEqual([
    "0.000e+00",
    "-1.500e+300",
    "4.941e-324",
  ]);
  expect([9.5, 10.5].map((value) => scientific(value, 0))).toEqual(["1e+01", "1e+01"]);
  expect([0, 12.5, 1e13, 1e14, 1e-4, 1.25e-5].map((value) => general(value, 14))).toEqual([
    "0",
    "12.5",
    "10000000000000",
    "1e+14",
    "0.0001",
    "1.25e-05",
  ]);
});

test("what is no number is written as C writes it", () => {
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const write of [fixed, scientific, general]) {
    expect(special.map((value) => write(value, 4))).toEqual(["nan", "inf", "-inf"]);
  }
});
