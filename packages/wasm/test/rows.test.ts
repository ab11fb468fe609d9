import { type FloatArray, plainBackend, type RowGradientKernel, type RowKernel } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowKernels } from "../src/rows/rows.ts";
import { engines } from "./engines.ts";
import { arrayOf, guarded, type Place, places, put, sameBits, take, valuesOf } from "./placing.ts";

const shapes = fc.oneof(
  { weight: 6, arbitrary: shapesUpTo(7, 21, 9) },
  { weight: 2, arbitrary: shapesUpTo(9, 40, 1) },
  { weight: 1, arbitrary: shapesUpTo(3, 2000, 2) },
);
const cases = fc.record({
  wide: fc.boolean(),
  shape: shapes,
  seed: fc.integer(),
  scale: fc.constantFrom(0.1, 3, 10, 60),
  places: fc.tuple(places(1), places(1), places(1)),
  inPlace: fc.boolean(),
});

function shapesUpTo(outer: number, size: number, inner: number): fc.Arbitrary<[number, number, number]> {
  return fc.tuple(
    fc.integer({ min: 1, max: outer }),
    fc.integer({ min: 1, max: size }),
    fc.integer({ min: 1, max: inner }),
  );
}

/**
 * Expects numbers within a tolerance of each other. What is not finite must be equal; `floor` is how far numbers may be
 * apart in any case.
 */
function expectClose(actual: FloatArray, expected: FloatArray, relative: number, floor: number): void {
  let worst = 0;
  for (let i = 0; i < actual.length; i++) {
    if (Object.is(actual[i], expected[i])) continue;
    const error = Math.abs(actual[i] - expected[i]) / (relative * Math.abs(expected[i]) + floor);
    worst = Number.isNaN(error) ? Infinity : Math.max(worst, error);
  }
  expect(worst).toBeLessThanOrEqual(1);
}

const forwards = ["softMax", "logSoftMax"] as const;
const gradients = ["softMaxGradient", "logSoftMaxGradient"] as const;

describe.each(engines())("row functions (%s)", (_name, engine) => {
  const kernels = rowKernels(engine);

  /** The result of a kernel with its operands in those places. */
  function run(
    kernel: RowKernel,
    shape: [number, number, number],
    x: FloatArray,
    from: Place,
    to: Place | "x",
  ): FloatArray {
    const placedX = put(engine, 0, x, from);
    const placedY = to === "x" ? placedX : put(engine, 1, arrayOf(x instanceof Float64Array, x.length), to);
    kernel(...shape, placedX.array, placedX.offset, placedY.array, placedY.offset);
    expect(guarded(placedY, x.length)).toBe(true);
    if (to !== "x") expect(sameBits(take(placedX, x.length), x)).toBe(true);
    return take(placedY, x.length);
  }

  function runGradient(
    kernel: RowGradientKernel,
    shape: [number, number, number],
    output: FloatArray,
    gradOutput: FloatArray,
    [first, second, third]: readonly [Place, Place, Place],
    inPlace: boolean,
  ): FloatArray {
    const y = put(engine, 0, output, first);
    const gradY = put(engine, 1, gradOutput, second);
    const gradX = inPlace ? gradY : put(engine, 2, arrayOf(output instanceof Float64Array, output.length), third);
    kernel(...shape, y.array, y.offset, gradY.array, gradY.offset, gradX.array, gradX.offset);
    expect(guarded(gradX, output.length)).toBe(true);
    expect(sameBits(take(y, output.length), output)).toBe(true);
    return take(gradX, output.length);
  }

  test.each(forwards)("%s agrees with the plain one", (operation) => {
    fc.assert(
      fc.property(cases, ({ wide, shape, seed, scale, places: [from, to], inPlace }) => {
        const [outer, size, inner] = shape;
        const x = valuesOf(wide, outer * size * inner, seed, scale);
        const expected = arrayOf(wide, x.length);
        plainBackend.rows[operation](...shape, x, 0, expected, 0);
        const actual = run(kernels[operation], shape, x, from, inPlace ? "x" : to);
        // In float32, x − largest is rounded before the exponential: half an ulp of it, relative to the result.
        const range = operation === "softMax" ? 2 * scale * 2 ** -24 : 0;
        if (wide) expectClose(actual, expected, 2e-14, operation === "softMax" ? 1e-323 : 4e-15 + scale * 4e-16);
        else expectClose(actual, expected, 5e-7 + range, operation === "softMax" ? 3e-45 : 1e-7);
      }),
      { numRuns: 250 },
    );
  });

  test.each(gradients)("%s agrees with the plain one", (operation) => {
    fc.assert(
      fc.property(cases, ({ wide, shape, seed, scale, places: where, inPlace }) => {
        const [outer, size, inner] = shape;
        const output = valuesOf(wide, outer * size * inner, seed, scale);
        const forward = operation === "softMaxGradient" ? "softMax" : "logSoftMax";
        plainBackend.rows[forward](...shape, output, 0, output, 0);
        const gradOutput = valuesOf(wide, output.length, seed + 1, 3);
        const expected = arrayOf(wide, output.length);
        plainBackend.rows[operation](...shape, output, 0, gradOutput, 0, expected, 0);
        const actual = runGradient(kernels[operation], shape, output, gradOutput, where, inPlace);
        // Terms of up to 3·√size and more cancel each other.
        const terms = operation === "softMaxGradient" ? 6 : 3 * size;
        expectClose(actual, expected, 0, terms * (wide ? 4e-16 : 2.5e-7));
      }),
      { numRuns: 250 },
    );
  });

  test.each(forwards)("%s treats what is not finite as the plain one does", (operation) => {
    const specials = [Number.NaN, Infinity, -Infinity, -0, 5e-324, 1e-40, 3e38, -3e38];
    fc.assert(
      fc.property(cases, fc.constantFrom(specials, specials.slice(2), [-Infinity]), (each, odd) => {
        const { wide, seed, places: where, inPlace } = each;
        const [outer, size, inner] = each.shape;
        const x = valuesOf(wide, outer * size * inner, seed, 1, odd);
        const expected = arrayOf(wide, x.length);
        plainBackend.rows[operation](outer, size, inner, x, 0, expected, 0);
        const actual = run(kernels[operation], [outer, size, inner], x, where[0], inPlace ? "x" : where[1]);
        expectClose(actual, expected, wide ? 2e-14 : 1e-6, wide ? 4e-15 : 1e-6);
      }),
      { numRuns: 250 },
    );
  });

  test("the results have the same bits wherever the operands lie", () => {
    const here: Place = { resident: true, offset: 0, stride: 1 };
    fc.assert(
      fc.property(cases, ({ wide, shape, seed, scale, places: where, inPlace }) => {
        const [outer, size, inner] = shape;
        const x = valuesOf(wide, outer * size * inner, seed, scale);
        for (const operation of forwards) {
          const expected = run(kernels[operation], shape, x, here, here);
          const actual = run(kernels[operation], shape, x, where[0], inPlace ? "x" : where[1]);
          expect(sameBits(actual, expected)).toBe(true);
        }
        const gradient = valuesOf(wide, x.length, seed + 1, 1);
        for (const operation of gradients) {
          const expected = runGradient(kernels[operation], shape, x, gradient, [here, here, here], false);
          const actual = runGradient(kernels[operation], shape, x, gradient, where, inPlace);
          expect(sameBits(actual, expected)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("probabilities sum to one", () => {
    for (const size of [1, 2, 10, 1000, 50_000]) {
      const x = valuesOf(false, size, size, 5);
      kernels.softMax(1, size, 1, x, 0, x, 0);
      expect(Math.abs(plainBackend.reduce.sum(size, x, 0, 1, 0) - 1)).toBeLessThan(1e-6);
    }
  });
});
