import { tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { decimals, percent, rows, shortest, significant, size } from "../src/lesson/print.ts";

const matrix = tensor(
  [
    [0.25, -1],
    [-0, 15],
  ],
  { dtype: "float64" },
);

test("numbers are printed as the notebooks print them", () => {
  expect(decimals(matrix)).toBe("0.2500 -1.0000 0.0000 15.0000");
  expect(rows(matrix, 1)).toBe("(0.3 -1.0) (0.0 15.0)");
  expect(size(matrix)).toBe("2x2");
  expect(percent(0.8815)).toBe("88.15 %");
  // As C's %.15g, without zeros at the end.
  expect(significant(1.4471538022835002, 15)).toBe("1.4471538022835");
});

test("a number that has to be exact is printed with all of its digits", () => {
  expect(shortest(matrix)).toBe("0.25 -1 0 15");
  expect(shortest(tensor([2.0000000000000004], { dtype: "float64" }))).toBe("2.0000000000000004");
});
