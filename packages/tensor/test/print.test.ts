import { expect, test } from "vitest";
import { ones, range, tensor, zeros } from "../src/index.ts";

const f64 = { dtype: "float64" } as const;
const lines = (...text: string[]) => text.join("\n");

test("whole numbers have no point and one width", () => {
  expect(String(tensor([1, 2, 3]))).toBe(lines(" 1", " 2", " 3", "[float32 tensor of size 3]"));
  expect(String(tensor([1, 22, -3], { dtype: "int32" }))).toBe(lines("  1", " 22", " -3", "[int32 tensor of size 3]"));
  expect(
    String(
      tensor(
        [
          [1, 0],
          [0, 1],
        ],
        { dtype: "uint8" },
      ),
    ),
  ).toBe(lines(" 1  0", " 0  1", "[uint8 tensor of size 2x2]"));
});

test("fractions have four digits", () => {
  expect(String(tensor([1.5, -2, 1000], f64))).toBe(
    lines("    1.5000", "   -2.0000", " 1000.0000", "[float64 tensor of size 3]"),
  );
  expect(
    String(
      tensor(
        [
          [0.1, 100.25],
          [-3, 4],
        ],
        f64,
      ),
    ),
  ).toBe(lines("   0.1000  100.2500", "  -3.0000    4.0000", "[float64 tensor of size 2x2]"));
});

test("magnitudes far apart have exponents", () => {
  expect(String(tensor([1e-8, 1, 1e8], f64))).toBe(
    lines(" 1.0000e-08", " 1.0000e+00", " 1.0000e+08", "[float64 tensor of size 3]"),
  );
  expect(String(tensor([12345678901], f64))).toBe(lines(" 1.2346e+10", "[float64 tensor of size 1]"));
});

test("large and small fractions have a common factor", () => {
  expect(String(tensor([1234567.5, 2000000], f64))).toBe(
    lines("1e+06 *", " 1.2346", " 2.0000", "[float64 tensor of size 2]"),
  );
  expect(String(tensor([[0.002, 0.001]], f64))).toBe(
    lines("0.001 *", "  2.0000  1.0000", "[float64 tensor of size 1x2]"),
  );
});

test("columns that do not fit 80 characters come in blocks", () => {
  const text = String(range(0, 59).view(2, 30));
  expect(text.split("\n")[0]).toBe("Columns 0 to 19");
  expect(text).toContain("\n\nColumns 20 to 29\n");
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("more than two dimensions come slice by slice, the first index fastest", () => {
  expect(String(ones(2, 2, 2))).toBe(
    lines("(0,.,.) = ", "  1  1", "  1  1", "", "(1,.,.) = ", "  1  1", "  1  1", "[float32 tensor of size 2x2x2]"),
  );
  const heads = String(zeros(2, 2, 1, 1)).match(/^\(.*$/gm);
  expect(heads).toEqual(["(0,0,.,.) = ", "(1,0,.,.) = ", "(0,1,.,.) = ", "(1,1,.,.) = "]);
});

test("infinities and NaN are named and do not spoil the other numbers", () => {
  expect(String(tensor([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1.5], f64))).toBe(
    lines("    inf", "   -inf", "    nan", " 1.5000", "[float64 tensor of size 4]"),
  );
});

test("an empty tensor says so", () => {
  expect(String(tensor([]))).toBe("[float32 tensor with no dimension]");
});

test("a small negative number keeps its sign", () => {
  expect(String(tensor([-0.00001, 1.5]))).toContain("-1.0000e-05");
  expect(String(tensor([-0.0001, 0.00004]))).toContain("-");
});
