import { extendBackend, type FloatArray, plainBackend } from "@rushlight/tensor";
import { createWasmBackend } from "@rushlight/wasm";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { blasKernels } from "../src/backend/blasKernels.ts";
import { checkLibrary } from "../src/check/checkLibrary.ts";
import { blasBackend, createBlasBackend } from "../src/index.ts";
import { openLibrary } from "../src/library/openLibrary.ts";
import { noThresholds } from "../src/matrix/Thresholds.ts";
import { Pointers } from "../src/native/Pointers.ts";
import { thisHost } from "../src/native/thisHost.ts";
import { absolute, arrayOf, close, Operands, type Place, places, valuesOf } from "./operands.ts";

const { matrix: plain, zip } = plainBackend;
const specials = [Number.NaN, Infinity, -Infinity, 0, -0, 1e-40];
const present = blasBackend();

const dimension = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 13, max: 70 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const scalars = fc.constantFrom(1, 1, 0, -1, 0.5, 3);
const cases = fc.record({
  wide: fc.boolean(),
  special: fc.constantFrom(false, false, true),
  tA: fc.boolean(),
  tB: fc.boolean(),
  m: dimension,
  n: dimension,
  k: dimension,
  alpha: scalars,
  beta: scalars,
  seed: fc.integer(),
  a: places,
  b: places,
  c: places,
});

/** A stride of 0 or less, which no BLAS is given, every so often. */
const oddStrides = fc.constantFrom(undefined, undefined, undefined, 0, -1);

/** The vector at a place, walked with another stride: where it starts, the stride, and the elements in order. */
function walked(values: FloatArray, offset: number, step: number, stride: number | undefined) {
  if (stride === undefined) return { start: offset, step, values };
  if (stride === 0) return { start: offset, step: 0, values: values.slice().fill(values[0]) };
  const last = offset + Math.max(0, values.length - 1) * step;
  return { start: last, step: -step, values: values.slice().reverse() };
}

if (present === undefined) {
  test("without a BLAS, or without koffi, asking for one says what is missing", () => {
    expect(() => createBlasBackend()).toThrow(
      /createBlasBackend: expected (a BLAS library|the package koffi|RUSHLIGHT)/,
    );
  });
} else {
  describe(`${present.library.name} at ${present.library.path}`, () => {
    test("is one backend, and says which it is", () => {
      expect(blasBackend()).toBe(present);
      expect(present.name).toBe("blas");
      expect(present.memory).toBeDefined();
      expect(present.features).toContain(
        present.library.name === "unknown" ? "blas" : present.library.name.toLowerCase(),
      );
    });

    test("computes with as many threads as it is told to", () => {
      const { threads } = present;
      if (threads === undefined) return expect(() => (present.threads = 2)).toThrow("decides by itself");
      present.threads = 2;
      expect(present.threads).toBe(2);
      present.threads = threads;
      expect(present.threads).toBe(threads);
    });

    test("takes large products and leaves small ones, and those that it does not take, to the backend below", () => {
      const gemm = vi.fn(plain.gemm);
      const dot = vi.fn(plain.dot);
      const below = extendBackend(plainBackend, "counting", { matrix: { gemm, dot } });
      const { matrix } = createBlasBackend({ below, library: present.library.path });
      const [a, c] = [new Float64Array(10_000).fill(1), new Float64Array(10_000)];
      matrix.gemm(false, false, 100, 100, 100, 1, a, 0, 100, a, 0, 100, 0, c, 0, 100);
      expect(c.every((value) => value === 100)).toBe(true);
      expect(matrix.dot(10_000, a, 0, 1, c, 0, 1)).toBe(1e6);
      expect([gemm, dot].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
      matrix.gemm(false, false, 2, 2, 2, 1, a, 0, 2, a, 0, 2, 0, c, 0, 2);
      expect(matrix.dot(10, a, 0, 1, a, 0, 1)).toBe(10);
      expect(matrix.dot(10_000, a, 0, 0, a, 0, 1)).toBe(10_000);
      // Its precision would make 0 of this factor, and 0 times NaN is not 0.
      matrix.gemm(false, false, 100, 100, 100, 1e-60, a, 0, 100, a, 0, 100, 0, c, 0, 100);
      expect([gemm, dot].map(({ mock }) => mock.calls.length)).toEqual([2, 2]);
    });

    test("an operand that ends before the product does is left to the backend below, which can not destroy anything", () => {
      const { matrix } = createBlasBackend({ below: plainBackend, library: present.library.path });
      const short = new Float64Array(10);
      const c = new Float64Array(10_000);
      matrix.gemm(false, false, 100, 100, 100, 1, short, 0, 100, c, 0, 100, 0, c, 0, 100);
      const given = new Float64Array(1000);
      structuredClone(given.buffer, { transfer: [given.buffer] });
      expect(c.every(Number.isNaN)).toBe(true);
      expect(given.length).toBe(0);
      expect(matrix.dot(1000, given, 0, 1, c, 0, 1)).toBeNaN();
    });
  });

  describe.each([
    ["shared", true],
    ["unshared", false],
  ])("products on %s memory", (_name, shared) => {
    const host = thisHost();
    const { functions } = openLibrary(host, present.library.path);
    const wasm = createWasmBackend({ shared });
    if (wasm.memory === undefined) throw new Error("expected a memory");
    const operands = new Operands(wasm.memory);
    const trust = checkLibrary(functions, host.loader);
    const kernels = blasKernels(functions, new Pointers(host.loader, wasm.memory), noThresholds, trust, wasm);

    test("gemm is the plain one up to rounding, wherever operands lie, and writes C alone", () => {
      fc.assert(
        fc.property(cases, ({ wide, special, tA, tB, m, n, k, alpha, beta, seed, ...where }) => {
          const odd = special ? specials : [];
          const [a, b] = [valuesOf(wide, m * k, seed, odd), valuesOf(wide, k * n, seed + 1, odd)];
          const c = valuesOf(wide, m * n, seed + 2, beta === 0 ? [Number.NaN] : odd);
          const [aRows, aColumns] = tA ? [k, m] : [m, k];
          const [bRows, bColumns] = tB ? [n, k] : [k, n];
          const x = operands.matrix(0, aRows, aColumns, a, where.a);
          const y = operands.matrix(1, bRows, bColumns, b, where.b);
          const z = operands.matrix(2, m, n, c, where.c);
          kernels.gemm(
            ...([tA, tB, m, n, k, alpha, x.array, x.offset, x.step, y.array, y.offset, y.step, beta] as const),
            ...([z.array, z.offset, z.step] as const),
          );
          const expected = c.slice();
          plain.gemm(tA, tB, m, n, k, alpha, a, 0, aColumns, b, 0, bColumns, beta, expected, 0, n);
          const bounds = beta === 0 ? new Float64Array(m * n) : absolute(c);
          const [up, down] = [Math.abs(alpha), Math.abs(beta)];
          plain.gemm(tA, tB, m, n, k, up, absolute(a), 0, aColumns, absolute(b), 0, bColumns, down, bounds, 0, n);
          expect(close(z.read(), expected, bounds, wide)).toBe(true);
          expect(z.intact() && x.intact() && y.intact()).toBe(true);
        }),
        { numRuns: 1000 },
      );
    });

    test("gemv is the plain one up to rounding, whatever the strides, and writes y alone", () => {
      fc.assert(
        fc.property(cases, oddStrides, ({ wide, special, tA, m, n, alpha, beta, seed, ...where }, odd) => {
          const strange = special ? specials : [];
          const [rows, terms] = tA ? [n, m] : [m, n];
          const a = valuesOf(wide, m * n, seed, strange);
          const x = valuesOf(wide, terms, seed + 1, strange);
          const y = valuesOf(wide, rows, seed + 2, beta === 0 ? [Number.NaN] : strange);
          const p = operands.matrix(0, m, n, a, where.a);
          const q = operands.vector(1, x, where.b);
          const r = operands.vector(2, y, where.c);
          const { start, step, values } = walked(x, q.offset, q.step, odd);
          kernels.gemv(
            ...([tA, m, n, alpha, p.array, p.offset, p.step, q.array, start, step, beta] as const),
            ...([r.array, r.offset, r.step] as const),
          );
          const expected = y.slice();
          plain.gemv(tA, m, n, alpha, a, 0, n, values, 0, 1, beta, expected, 0, 1);
          const bounds = beta === 0 ? new Float64Array(rows) : absolute(y);
          const [up, down] = [Math.abs(alpha), Math.abs(beta)];
          plain.gemv(tA, m, n, up, absolute(a), 0, n, absolute(values), 0, 1, down, bounds, 0, 1);
          expect(close(r.read(), expected, bounds, wide)).toBe(true);
          expect(r.intact() && p.intact() && q.intact()).toBe(true);
        }),
        { numRuns: 1000 },
      );
    });

    test("ger is the plain one up to rounding, whatever the strides, and writes A alone", () => {
      fc.assert(
        fc.property(cases, oddStrides, ({ wide, special, m, n, alpha, seed, ...where }, odd) => {
          const strange = special ? specials : [];
          const a = valuesOf(wide, m * n, seed, strange);
          const x = valuesOf(wide, m, seed + 1, strange);
          const y = valuesOf(wide, n, seed + 2, strange);
          const p = operands.matrix(0, m, n, a, where.a);
          const q = operands.vector(1, x, where.b);
          const r = operands.vector(2, y, where.c);
          const { start, step, values } = walked(x, q.offset, q.step, odd);
          kernels.ger(m, n, alpha, q.array, start, step, r.array, r.offset, r.step, p.array, p.offset, p.step);
          const expected = a.slice();
          plain.ger(m, n, alpha, values, 0, 1, y, 0, 1, expected, 0, n);
          const bounds = absolute(a);
          plain.ger(m, n, Math.abs(alpha), absolute(values), 0, 1, absolute(y), 0, 1, bounds, 0, n);
          expect(close(p.read(), expected, bounds, wide)).toBe(true);
          expect(p.intact() && q.intact() && r.intact()).toBe(true);
        }),
        { numRuns: 1000 },
      );
    });

    test("dot and add are the plain ones up to rounding, whatever the strides", () => {
      const counts = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 41, max: 3000 }));
      const same = fc.constantFrom(true, true, false);
      fc.assert(
        fc.property(
          cases,
          counts,
          oddStrides,
          same,
          ({ wide, special, alpha, seed, ...where }, count, odd, inPlace) => {
            const strange = special ? specials : [];
            const [x, y] = [valuesOf(wide, count, seed, strange), valuesOf(wide, count, seed + 1, strange)];
            const p = operands.vector(0, x, where.a);
            const q = operands.vector(1, y, where.b);
            const { start, step, values } = walked(y, q.offset, q.step, odd);
            const product = kernels.dot(count, p.array, p.offset, p.step, q.array, start, step);
            const exact = plain.dot(count, x, 0, 1, values, 0, 1);
            const bound = plain.dot(count, absolute(x), 0, 1, absolute(values), 0, 1);
            // In double precision, whatever that of the operands.
            expect(close(Float64Array.of(product), Float64Array.of(exact), Float64Array.of(bound), true)).toBe(true);

            const r = inPlace ? p : operands.vector(2, arrayOf(wide, count), where.c);
            kernels.add(
              ...([count, p.array, p.offset, p.step, q.array, start, step, r.array, r.offset, r.step] as const),
              ...([alpha, 0] as const),
            );
            const expected = arrayOf(wide, count);
            zip.add(count, x, 0, 1, values, 0, 1, expected, 0, 1, alpha, 0);
            const bounds = absolute(x);
            zip.add(count, bounds, 0, 1, absolute(values), 0, 1, bounds, 0, 1, Math.abs(alpha), 0);
            expect(close(r.read(), expected, bounds, wide)).toBe(true);
            expect(r.intact() && p.intact() && q.intact()).toBe(true);
          },
        ),
        { numRuns: 1000 },
      );
    });

    test("a memory that has grown is computed in as before", () => {
      const size = 40;
      const place: Place = { resident: true, offset: 0, stride: 1, gap: 0 };
      const a = operands.matrix(0, size, size, new Float32Array(size * size).fill(2), place);
      const kept = wasm.memory?.allocate("float32", 8 * 2 ** 20);
      const grown = wasm.memory?.allocate("float32", size * size);
      if (kept === undefined || grown === undefined) throw new Error("expected room");
      const c = grown.elements;
      if (!(c instanceof Float32Array)) throw new Error("expected float32");
      kernels.gemm(false, false, size, size, size, 1, a.array, 0, size, a.array, 0, size, 0, c, 0, size);
      expect(c.every((value) => value === 4 * size)).toBe(true);
      kernels.gemm(false, true, size, size, size, 1, c, 0, size, a.array, 0, size, 0, c.slice(), 0, size);
    });
  });
}
