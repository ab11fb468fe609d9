import { plainBackend, type ReduceKernel, type ReduceOperation } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "../src/engine/Engine.ts";
import { columnKernels } from "../src/reduce/columns.ts";
import { reduceKernels } from "../src/reduce/reduce.ts";
import { engines } from "./engines.ts";
import { type Place, places, put, sameBits, valuesOf } from "./placing.ts";

const sums = ["sum", "sumOfSquaredDifferences", "sumOfPowers"] as const;
const extremes = ["max", "min", "argMax", "argMin"] as const;
const specials = [Number.NaN, Infinity, -Infinity, 0, -0, 5e-324, 1e-40, 3e38];

const counts = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 150 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4080, max: 4120 }) },
  { weight: 1, arbitrary: fc.integer({ min: 8180, max: 9000 }) },
);
const cases = fc.record({
  wide: fc.boolean(),
  count: counts,
  seed: fc.integer(),
  place: places(3),
  a: fc.constantFrom(0, 1, 2, 3, 0.5),
});

function kernelOf(engine: Engine, operation: ReduceOperation): ReduceKernel {
  const kernel = reduceKernels(engine)[operation];
  if (kernel === undefined) throw new Error(`expected a kernel for ${operation}`);
  return kernel;
}

/** The same number, or both within so much of each other. */
function close(actual: number, expected: number, tolerance: number): boolean {
  return Object.is(actual, expected) || Math.abs(actual - expected) <= tolerance;
}

describe.each(engines())("reductions (%s)", (_name, engine) => {
  test.each(sums)("%s is the plain one but for the order of additions", (operation) => {
    const kernel = kernelOf(engine, operation);
    fc.assert(
      fc.property(cases, fc.boolean(), ({ wide, count, seed, place, a }, odd) => {
        const values = valuesOf(wide, count, seed, 2, odd ? specials : []);
        const { array, offset, stride } = put(engine, 0, values, place);
        const expected = plainBackend.reduce[operation](count, values, 0, 1, a);
        const magnitude = operation === "sum" ? plainBackend.reduce.sumOfPowers(count, values, 0, 1, 1) : expected;
        // Numbers that are not finite must come out the same.
        const tolerance = Number.isFinite(magnitude) ? 1e-13 * magnitude : 0;
        expect(close(kernel(count, array, offset, stride, a), expected, tolerance)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("the product is the plain one but for the order of multiplications", () => {
    const product = kernelOf(engine, "product");
    fc.assert(
      fc.property(cases, ({ wide, count, seed, place }) => {
        const values = valuesOf(wide, count, seed, 0.1).map((value, i) => (i % 3 === 0 ? -1 - value : 1 + value));
        const { array, offset, stride } = put(engine, 0, values, place);
        const expected = plainBackend.reduce.product(count, values, 0, 1, 0);
        const actual = product(count, array, offset, stride, 0);
        expect(close(actual, expected, 1e-12 * Math.abs(expected))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("the product knows zeros, infinities and NaN", () => {
    const product = kernelOf(engine, "product");
    for (const [odd, expected] of [
      [0, 0],
      [-0, -0],
      [-Infinity, -Infinity],
      [Number.NaN, Number.NaN],
    ]) {
      for (let at = 0; at < 50; at++) {
        const values = new Float64Array(50).fill(1);
        values[at] = odd;
        expect(product(50, values, 0, 1, 0)).toBe(expected);
      }
    }
  });

  test.each(extremes)("%s is the plain one", (operation) => {
    const kernel = kernelOf(engine, operation);
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom([], specials, [Infinity], [-Infinity], [Number.NaN], [0, -0], [2, -2]),
        fc.constantFrom(0, 1),
        ({ wide, count, seed, place }, odd, scale) => {
          const values = valuesOf(wide, count, seed, scale, odd);
          const { array, offset, stride } = put(engine, 0, values, place);
          expect(kernel(count, array, offset, stride, 0)).toBe(plainBackend.reduce[operation](count, values, 0, 1, 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(["max", "argMax", "min", "argMin"] as const)("%s finds an element wherever it is", (operation) => {
    const kernel = kernelOf(engine, operation);
    for (const odd of [1, -1, Number.NaN, 0, -0]) {
      for (const wide of [false, true]) {
        for (let at = 0; at < 70; at++) {
          const fill = Object.is(odd, 0) || Object.is(odd, -0) ? (operation.endsWith("ax") ? -1 : 1) : 0;
          const values = valuesOf(wide, 70, 1, 0).fill(fill);
          values[at] = odd;
          expect(kernel(70, values, 0, 1, 0)).toBe(plainBackend.reduce[operation](70, values, 0, 1, 0));
        }
      }
    }
  });

  test.each([0, -0])("the first of equal zeros is the extreme: %s", (first) => {
    for (const wide of [false, true]) {
      for (let at = 0; at < 70; at++) {
        const values = valuesOf(wide, 70, 1, 0).fill(-first);
        for (const operation of ["max", "min"] as const) {
          const filler = operation === "max" ? -1 : 1;
          const run = values.map((value, i) => (i < at ? filler : i === at ? first : value));
          expect(kernelOf(engine, operation)(70, run, 0, 1, 0)).toBe(first);
        }
      }
    }
  });

  test.each([...sums, "product", ...extremes] as const)("%s has the same bits wherever the run lies", (operation) => {
    const kernel = kernelOf(engine, operation);
    const everywhere: Place[] = [
      { resident: true, offset: 0, stride: 1 },
      { resident: true, offset: 1, stride: 1 },
      { resident: true, offset: 3, stride: 3 },
      { resident: false, offset: 5, stride: 1 },
      { resident: false, offset: 0, stride: 2 },
    ];
    fc.assert(
      fc.property(cases, ({ wide, count, seed, a }) => {
        const values = valuesOf(wide, count, seed, 1.5);
        const results = everywhere.map((place) => {
          const { array, offset, stride } = put(engine, 0, values, place);
          return kernel(count, array, offset, stride, a);
        });
        expect(new Set(results).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test("one element can be read many times", () => {
    const values = new Float32Array([3, 5]);
    expect(kernelOf(engine, "sum")(5000, values, 1, 0, 0)).toBe(25_000);
    expect(kernelOf(engine, "max")(5000, values, 1, 0, 0)).toBe(5);
  });
});

describe.each(engines())("column sums (%s)", (_name, engine) => {
  const columns = columnKernels(engine);
  const matrices = fc.record({
    wide: fc.boolean(),
    rows: fc.integer({ min: 1, max: 21 }),
    width: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 4000, max: 4200 })),
    gap: fc.integer({ min: 0, max: 3 }),
    seed: fc.integer(),
    resident: fc.boolean(),
    offset: fc.integer({ min: 0, max: 5 }),
    columnStride: fc.constantFrom(1, 1, 1, 2),
    odd: fc.boolean(),
  });

  test("are the plain ones to the last digit", () => {
    fc.assert(
      fc.property(matrices, ({ wide, rows, width, gap, seed, resident, offset, columnStride, odd }) => {
        const rowStride = width * columnStride + gap;
        const values = valuesOf(wide, rows * rowStride, seed, 1, odd ? specials : []);
        const { array } = put(engine, 0, values, { resident, offset, stride: 1 });
        const expected = new Float64Array(width + 2).fill(7);
        const actual = expected.slice();
        plainBackend.columns.sum(rows, width, array, offset, rowStride, columnStride, expected);
        columns.sum(rows, width, array, offset, rowStride, columnStride, actual);
        expect(sameBits(actual, expected)).toBe(true);
        const means = Float64Array.from(expected, (total) => total / rows);
        const { sumOfSquaredDifferences } = plainBackend.columns;
        sumOfSquaredDifferences(rows, width, array, offset, rowStride, columnStride, means, expected);
        columns.sumOfSquaredDifferences(rows, width, array, offset, rowStride, columnStride, means, actual);
        expect(sameBits(actual, expected)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
