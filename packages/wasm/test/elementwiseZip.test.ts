import { plainBackend } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ZipKernels, zipKernels } from "../src/elementwise/zip.ts";
import { allowed, counts, expectClose, expectSame, inputs, outputs, simplest, smallest } from "./elementwise.ts";
import { engines } from "./engines.ts";
import { arrayOf, guarded, put, take, valuesOf } from "./placing.ts";

/** The same bits as the plain kernels. */
const exact = [
  ...(["mul", "div", "max", "min", "remainder", "thresholdGradient", "absGradient"] as const),
  ...(["clampGradient", "shrinkGradient"] as const),
] as const;
/** The same bits in float64, and in float32 when float32 holds the scalar. */
const withScalar = ["leakyReLUGradient"] as const;
const functions = [
  ...(["eluGradient", "softSignGradient", "logSigmoidGradient", "sqrtGradient", "pow", "powScalarGradient"] as const),
] as const;
const rounded = ["add", "lerp", "addMul", "addDiv"] as const;
const gradients = ["tanhGradient", "sigmoidGradient"] as const;

const specials = [Number.NaN, Infinity, -Infinity, 0, -0, 1, -1];
const cases = fc.record({
  wide: fc.boolean(),
  count: counts,
  seed: fc.integer(),
  scale: fc.constantFrom(0.01, 1, 100),
  xPlace: inputs(),
  yPlace: inputs(),
  zPlace: outputs(),
  inPlace: fc.constantFrom("no", "no", "x", "y"),
  a: fc.constantFrom(1, -1, 0, 2, 0.1, -0.7),
  b: fc.constantFrom(20, 0.5, -0.3, 0.1),
});
type Case = typeof cases extends fc.Arbitrary<infer Each> ? Each : never;
const runs = { numRuns: 150 };

/** How large the numbers are of which rounding takes a part. */
const magnitudes = {
  add: (x: number, y: number, _z: number, a: number): number => Math.abs(x) + Math.abs(a * y),
  lerp: (x: number, y: number, _z: number, a: number): number =>
    Math.abs(x) + 2 * Math.abs(a) * (Math.abs(x) + Math.abs(y)),
  addMul: (x: number, y: number, z: number, a: number): number => Math.abs(z) + 2 * Math.abs(a * x * y),
  addDiv: (x: number, y: number, z: number, a: number): number => Math.abs(z) + 2 * Math.abs((a * x) / y),
};

describe.each(engines())("element-wise functions of two operands (%s)", (_name, engine) => {
  const kernels = zipKernels(engine);

  /** Runs a kernel on operands in their places and looks after the guards; gives the operands, the result and the plain one. */
  function run(operation: keyof ZipKernels, each: Case, special: readonly number[]) {
    const { wide, count, seed, scale, inPlace, a, b } = each;
    const x = put(engine, 0, valuesOf(wide, count, seed, scale, special), inPlace === "x" ? each.zPlace : each.xPlace);
    const y = put(engine, 1, valuesOf(wide, count, seed + 1, 1, special), inPlace === "y" ? each.zPlace : each.yPlace);
    const z =
      inPlace === "x" ? x : inPlace === "y" ? y : put(engine, 2, valuesOf(wide, count, seed + 2, scale), each.zPlace);
    const [left, right, old, expected] = [take(x, count), take(y, count), take(z, count), take(z, count)];
    plainBackend.zip[operation](count, left, 0, 1, right, 0, 1, expected, 0, 1, a, b);
    kernels[operation](
      count,
      x.array,
      x.offset,
      x.stride,
      y.array,
      y.offset,
      y.stride,
      z.array,
      z.offset,
      z.stride,
      a,
      b,
    );
    expect(guarded(z, count)).toBe(true);
    return { left, right, old, result: take(z, count), expected };
  }

  test.each(exact)("%s has the bits of the plain one", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { result, expected } = run(operation, each, [...specials, 1e-40, 3e38, 5e-324]);
        expectSame(result, expected);
      }),
      runs,
    );
  });

  test.each(rounded)("%s is the plain one up to rounding", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { left, right, old, result, expected } = run(operation, each, specials);
        const { wide, a } = each;
        if (operation === "add" && Math.abs(a) === 1) expectSame(result, expected);
        const magnitude = (i: number): number => magnitudes[operation](left[i], right[i], old[i], a);
        expectClose(result, expected, (i) => allowed(wide) * magnitude(i) + smallest(wide));
      }),
      runs,
    );
  });

  test.each(gradients)("%s is the plain one up to rounding", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { left, right, result, expected } = run(operation, each, [Number.NaN, 0, -0, 1, -1]);
        // The plain 1 − y² loses bits in float64 where y is near 1.
        const lost = (i: number): number => (each.wide ? Math.abs(left[i]) * (1 + right[i] ** 2) : 0);
        const scale = (i: number): number => Math.abs(expected[i]) + lost(i);
        expectClose(result, expected, (i) => allowed(each.wide) * scale(i) + smallest(each.wide));
      }),
      runs,
    );
  });

  test.each(withScalar)("%s has the bits of the plain one but for the rounding of the scalar", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { result, expected } = run(operation, each, specials);
        if (each.wide || Math.fround(each.a) === each.a) expectSame(result, expected);
        else expectClose(result, expected, (i) => allowed(false) * Math.abs(expected[i]) + smallest(false));
      }),
      runs,
    );
  });

  test.each(functions)("%s is the plain one up to rounding", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { left, right, result, expected } = run(operation, each, specials);
        // Where y + a nearly cancels, the sum has an error of the terms' size.
        const lost = (i: number): number =>
          operation === "eluGradient" ? Math.abs(left[i]) * (Math.abs(right[i]) + Math.abs(each.a)) : 0;
        const scale = (i: number): number => Math.abs(expected[i]) + lost(i);
        expectClose(result, expected, (i) => allowed(each.wide) * scale(i) + 2 * smallest(each.wide));
      }),
      runs,
    );
  });

  test("softPlusGradient is the plain one up to rounding, for what can be an output", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0.5, 1, 2), ({ wide, count, seed, scale, ...each }, a) => {
        const x = put(engine, 0, valuesOf(wide, count, seed, scale), each.xPlace);
        const y = put(engine, 1, valuesOf(wide, count, seed + 1, 50).map(Math.abs), each.yPlace);
        const z = put(engine, 2, arrayOf(wide, count), each.zPlace);
        const [left, right, expected] = [take(x, count), take(y, count), arrayOf(wide, count)];
        plainBackend.zip.softPlusGradient(count, left, 0, 1, right, 0, 1, expected, 0, 1, a, 20);
        kernels.softPlusGradient(
          count,
          x.array,
          x.offset,
          x.stride,
          y.array,
          y.offset,
          y.stride,
          z.array,
          z.offset,
          z.stride,
          a,
          20,
        );
        expect(guarded(z, count)).toBe(true);
        expectClose(take(z, count), expected, (i) => allowed(wide) * Math.abs(expected[i]) + smallest(wide));
      }),
      runs,
    );
  });

  test.each([...exact, ...withScalar, ...rounded, ...gradients, ...functions])(
    "%s has the same bits in all places",
    (operation) => {
      fc.assert(
        fc.property(cases, (each) => {
          const { left, right, old, result } = run(operation, each, specials);
          const x = put(engine, 0, left, simplest);
          const y = put(engine, 1, right, simplest);
          const z = put(engine, 2, old, simplest);
          kernels[operation](each.count, x.array, 0, 1, y.array, 0, 1, z.array, 0, 1, each.a, each.b);
          expectSame(result, take(z, each.count));
        }),
        runs,
      );
    },
  );

  test.each([true, false])("max and min give NaN for NaN and the first of two zeros (float64 %s)", (wide) => {
    const x = arrayOf(wide, 40);
    const y = arrayOf(wide, 40);
    const z = arrayOf(wide, 40);
    x.set([Number.NaN, 1, 0, -0]);
    y.set([1, Number.NaN, -0, 0]);
    for (const operation of ["max", "min"] as const) {
      kernels[operation](40, x, 0, 1, y, 0, 1, z, 0, 1, 0, 0);
      expect([...z.subarray(0, 4)]).toEqual([Number.NaN, Number.NaN, 0, -0]);
    }
  });
});
