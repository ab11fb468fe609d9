import { type FloatArray, plainBackend } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matrixKernels } from "../src/matrix/matrix.ts";
import { engines } from "./engines.ts";
import { arrayOf, guarded, type Place, type Placed, places, put, sameBits, valuesOf } from "./placing.ts";

const plain = plainBackend.matrix;
const GAP = 12_345;
const specials = [Number.NaN, Infinity, -Infinity, 0, -0, 1e-40];

/** Small ones, ones that need several blocks of each dimension, and ones with a dimension of 0. */
const small = fc.integer({ min: 1, max: 30 });
const sizes = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(small, small, small) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 30, max: 70 }), small, fc.integer({ min: 60, max: 600 })) },
  { weight: 2, arbitrary: fc.tuple(small, fc.integer({ min: 190, max: 215 }), fc.integer({ min: 60, max: 280 })) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 280, max: 300 }), small, fc.integer({ min: 1, max: 100 })) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 9 }), small, fc.integer({ min: 500, max: 2200 })) },
  { weight: 1, arbitrary: fc.tuple(small, small, fc.constant(0)) },
);
const matrixPlace = fc.record({ place: places(1), gap: fc.constantFrom(0, 0, 1, 5) });
const scalars = fc.constantFrom(0, 1, -1, 0.5, 3);
const cases = fc.record({
  wide: fc.boolean(),
  special: fc.constantFrom(false, false, true),
  tA: fc.boolean(),
  tB: fc.boolean(),
  size: sizes,
  alpha: scalars,
  beta: scalars,
  seed: fc.integer(),
  a: matrixPlace,
  b: matrixPlace,
  c: matrixPlace,
});

interface MatrixPlace {
  readonly place: Place;
  readonly gap: number;
}

interface Matrix {
  readonly placed: Placed;
  readonly leading: number;
  /** The elements, row by row. */
  read(): FloatArray;
  /** True when nothing between the rows and around the matrix was written. */
  intact(): boolean;
}

type Engine = ReturnType<typeof engines>[number][1];

/** Puts a matrix in a place, with guards between its rows. */
function putMatrix(engine: Engine, slot: number, rows: number, columns: number, x: FloatArray, p: MatrixPlace): Matrix {
  const leading = columns + p.gap;
  const spread = arrayOf(x instanceof Float64Array, rows * leading).fill(GAP);
  for (let i = 0; i < x.length; i++) spread[Math.floor(i / columns) * leading + (i % columns)] = x[i];
  const placed = put(engine, slot, spread, p.place);
  const at = (i: number, j: number): number => placed.array[placed.offset + i * leading + j];
  return {
    placed,
    leading,
    read: () => x.map((_, i) => at(Math.floor(i / columns), i % columns)),
    intact() {
      for (let i = 0; i < rows; i++) for (let j = columns; j < leading; j++) if (at(i, j) !== GAP) return false;
      return guarded(placed, rows * leading);
    },
  };
}

/** Each number within its bound of the expected one; numbers that are not finite the same. */
function close(actual: FloatArray, expected: FloatArray, magnitudes: FloatArray, relative: number): boolean {
  return actual.every((value, i) => {
    const bound = Number.isFinite(magnitudes[i]) ? relative * magnitudes[i] + 1e-37 : 0;
    return Object.is(value, expected[i]) || value === expected[i] || Math.abs(value - expected[i]) <= bound;
  });
}

const absolute = (x: FloatArray): FloatArray => Float64Array.from(x, Math.abs);
const bounds = (wide: boolean): number => (wide ? 2e-15 : 1e-6);

describe.each(engines())("matrix products (%s)", (_name, engine) => {
  const kernels = matrixKernels(engine);

  test("gemm is the plain one up to rounding, the same wherever operands lie, and writes C alone", () => {
    fc.assert(
      fc.property(cases, ({ wide, special, tA, tB, size: [m, n, k], alpha, beta, seed, ...where }) => {
        const odd = special ? specials : [];
        const a = valuesOf(wide, m * k, seed, 1, odd);
        const b = valuesOf(wide, k * n, seed + 1, 1, odd);
        const c = valuesOf(wide, m * n, seed + 2, 1, beta === 0 ? [Number.NaN] : odd);
        const [aRows, aColumns] = tA ? [k, m] : [m, k];
        const [bRows, bColumns] = tB ? [n, k] : [k, n];
        const run = (as: MatrixPlace, bs: MatrixPlace, cs: MatrixPlace): FloatArray => {
          const x = putMatrix(engine, 0, aRows, aColumns, a, as);
          const y = putMatrix(engine, 1, bRows, bColumns, b, bs);
          const z = putMatrix(engine, 2, m, n, c, cs);
          const [p, q, r] = [x.placed, y.placed, z.placed];
          kernels.gemm(
            ...([tA, tB, m, n, k, alpha] as const),
            ...([p.array, p.offset, x.leading, q.array, q.offset, y.leading, beta] as const),
            ...([r.array, r.offset, z.leading] as const),
          );
          expect(z.intact()).toBe(true);
          return z.read();
        };
        const actual = run(where.a, where.b, where.c);
        const expected = c.slice();
        plain.gemm(tA, tB, m, n, k, alpha, a, 0, aColumns, b, 0, bColumns, beta, expected, 0, n);
        const magnitudes = beta === 0 ? new Float64Array(m * n) : absolute(c);
        const [p, q] = [absolute(a), absolute(b)];
        const [up, down] = [Math.abs(alpha), Math.abs(beta)];
        plain.gemm(tA, tB, m, n, k, up, p, 0, aColumns, q, 0, bColumns, down, magnitudes, 0, n);
        expect(close(actual, expected, magnitudes, bounds(wide))).toBe(true);
        const managed = { place: { resident: false, offset: 0, stride: 1 }, gap: 0 };
        const resident = { place: { resident: true, offset: 3, stride: 1 }, gap: 2 };
        expect(sameBits(run(managed, managed, managed), actual)).toBe(true);
        expect(sameBits(run(resident, resident, resident), actual)).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  test("gemv is the plain one up to rounding, the same wherever operands lie, and writes y alone", () => {
    const more = fc.record({ x: places(3), y: places(3), repeated: fc.constantFrom(false, false, false, true) });
    fc.assert(
      fc.property(cases, more, ({ wide, special, tA, size: [m, , n], alpha, beta, seed, a: as }, more) => {
        const odd = special ? specials : [];
        const [rows, terms] = tA ? [n, m] : [m, n];
        const a = valuesOf(wide, m * n, seed, 1, odd);
        const x = valuesOf(wide, terms, seed + 1, 1, odd);
        if (more.repeated) x.fill(x[0]);
        const y = valuesOf(wide, rows, seed + 2, 1, beta === 0 ? [Number.NaN] : odd);
        const run = (aPlace: MatrixPlace, xPlace: Place, yPlace: Place): FloatArray => {
          const { placed: p, leading } = putMatrix(engine, 0, m, n, a, aPlace);
          const q = put(engine, 1, x, xPlace);
          const r = put(engine, 2, y, yPlace);
          const xStride = more.repeated ? 0 : q.stride;
          kernels.gemv(
            ...([tA, m, n, alpha, p.array, p.offset, leading, q.array, q.offset, xStride] as const),
            ...([beta, r.array, r.offset, r.stride] as const),
          );
          expect(rows === 0 || guarded(r, rows)).toBe(true);
          return y.map((_, i) => r.array[r.offset + i * r.stride]);
        };
        const actual = run(as, more.x, more.y);
        const expected = y.slice();
        plain.gemv(tA, m, n, alpha, a, 0, n, x, 0, 1, beta, expected, 0, 1);
        const magnitudes = beta === 0 ? new Float64Array(rows) : absolute(y);
        const [up, down] = [Math.abs(alpha), Math.abs(beta)];
        plain.gemv(tA, m, n, up, absolute(a), 0, n, absolute(x), 0, 1, down, magnitudes, 0, 1);
        expect(close(actual, expected, magnitudes, bounds(wide))).toBe(true);
        const managed = { resident: false, offset: 1, stride: 2 };
        const resident = { resident: true, offset: 3, stride: 1 };
        expect(sameBits(run({ place: { ...managed, stride: 1 }, gap: 0 }, managed, managed), actual)).toBe(true);
        expect(sameBits(run({ place: resident, gap: 1 }, resident, resident), actual)).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  test("ger is the plain one up to rounding, the same wherever operands lie, and writes A alone", () => {
    const more = fc.record({ x: places(3), y: places(3) });
    fc.assert(
      fc.property(cases, more, ({ wide, special, size: [m, n], alpha, seed, a: as }, { x: xs, y: ys }) => {
        const odd = special ? specials : [];
        const a = valuesOf(wide, m * n, seed, 1, odd);
        const x = valuesOf(wide, m, seed + 1, 1, odd);
        const y = valuesOf(wide, n, seed + 2, 1, odd);
        const run = (aPlace: MatrixPlace, xPlace: Place, yPlace: Place): FloatArray => {
          const z = putMatrix(engine, 0, m, n, a, aPlace);
          const [p, q, r] = [put(engine, 1, x, xPlace), put(engine, 2, y, yPlace), z.placed];
          kernels.ger(
            ...([m, n, alpha, p.array, p.offset, p.stride, q.array, q.offset, q.stride] as const),
            ...([r.array, r.offset, z.leading] as const),
          );
          expect(z.intact()).toBe(true);
          return z.read();
        };
        const actual = run(as, xs, ys);
        const expected = a.slice();
        plain.ger(m, n, alpha, x, 0, 1, y, 0, 1, expected, 0, n);
        const magnitudes = absolute(a);
        plain.ger(m, n, Math.abs(alpha), absolute(x), 0, 1, absolute(y), 0, 1, magnitudes, 0, n);
        expect(close(actual, expected, magnitudes, wide ? 4e-16 : 2e-7)).toBe(true);
        const managed = { resident: false, offset: 1, stride: 2 };
        expect(sameBits(run({ place: { ...managed, stride: 1 }, gap: 0 }, managed, managed), actual)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("dot is the plain one up to rounding in double precision, the same wherever operands lie", () => {
    const counts = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 100 }) },
      { weight: 1, arbitrary: fc.integer({ min: 4080, max: 9000 }) },
    );
    fc.assert(
      fc.property(fc.boolean(), counts, fc.integer(), places(3), places(3), (wide, count, seed, xs, ys) => {
        const x = valuesOf(wide, count, seed, 1);
        const y = valuesOf(wide, count, seed + 1, 1);
        const run = (xPlace: Place, yPlace: Place): number => {
          const [p, q] = [put(engine, 0, x, xPlace), put(engine, 1, y, yPlace)];
          return kernels.dot(count, p.array, p.offset, p.stride, q.array, q.offset, q.stride);
        };
        const actual = run(xs, ys);
        const magnitude = plain.dot(count, absolute(x), 0, 1, absolute(y), 0, 1);
        expect(Math.abs(actual - plain.dot(count, x, 0, 1, y, 0, 1))).toBeLessThanOrEqual(2e-14 * magnitude);
        const managed = { resident: false, offset: 0, stride: 1 };
        const resident = { resident: true, offset: 1, stride: 1 };
        expect(run(managed, managed)).toBe(actual);
        expect(run(resident, resident)).toBe(actual);
      }),
      { numRuns: 250 },
    );
  });
});
