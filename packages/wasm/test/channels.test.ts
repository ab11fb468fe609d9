import { type FloatArray, plainBackend } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channelKernels } from "../src/channels/channels.ts";
import { engines } from "./engines.ts";
import { arrayOf, guarded, places, put, sameBits, take, valuesOf } from "./placing.ts";

const cases = fc.record({
  wide: fc.boolean(),
  shape: fc.oneof(shapesUpTo(4, 5, 40), shapesUpTo(40, 21, 1), shapesUpTo(1, 30, 9)),
  seed: fc.integer(),
  special: fc.constantFrom([], [Number.NaN, Infinity, -Infinity, -0, 1e-40]),
  places: fc.tuple(places(1), places(1), places(1)),
  inPlace: fc.constantFrom(undefined, 0, 1),
});

function shapesUpTo(outer: number, channels: number, inner: number): fc.Arbitrary<[number, number, number]> {
  return fc.tuple(
    fc.integer({ min: 1, max: outer }),
    fc.integer({ min: 1, max: channels }),
    fc.integer({ min: 1, max: inner }),
  );
}

function numbers(count: number, seed: number): Float64Array {
  return Float64Array.from(valuesOf(true, count, seed, 2));
}

/** The elements of a channel, in order. */
function channel(x: FloatArray, [outer, channels, inner]: [number, number, number], which: number): number[] {
  return Array.from(x)
    .filter((_, i) => Math.floor(i / inner) % channels === which)
    .slice(0, outer * inner);
}

describe("the plain statistics of channels", () => {
  test("are sums over all that a channel has", () => {
    fc.assert(
      fc.property(cases, ({ wide, shape, seed }) => {
        const [outer, channels, inner] = shape;
        const x = valuesOf(wide, outer * channels * inner, seed, 2);
        const y = valuesOf(wide, x.length, seed + 1, 2);
        const means = numbers(channels, seed + 2);
        const totals = new Float64Array(channels);
        const products = new Float64Array(channels);
        const squares = new Float64Array(channels);
        plainBackend.channels.sumOfProducts(...shape, x, 0, y, 0, means, totals, products);
        plainBackend.channels.sumOfSquaredDifferences(...shape, x, 0, means, squares);
        for (let c = 0; c < channels; c++) {
          const xs = channel(x, shape, c);
          const ys = channel(y, shape, c);
          expect(totals[c]).toBeCloseTo(
            ys.reduce((sum, value) => sum + value, 0),
            10,
          );
          expect(products[c]).toBeCloseTo(
            xs.reduce((sum, value, i) => sum + (value - means[c]) * ys[i], 0),
            10,
          );
          expect(squares[c]).toBeCloseTo(
            xs.reduce((sum, value) => sum + (value - means[c]) ** 2, 0),
            10,
          );
        }
      }),
    );
  });
});

describe.each(engines())("channels (%s)", (_name, engine) => {
  const kernels = channelKernels(engine);
  const plain = plainBackend.channels;

  test("their statistics have the bits of the plain ones wherever operands lie", () => {
    fc.assert(
      fc.property(cases, ({ wide, shape, seed, special, places: [first, second] }) => {
        const [outer, channels, inner] = shape;
        const x = valuesOf(wide, outer * channels * inner, seed, 2, special);
        const y = valuesOf(wide, x.length, seed + 1, 2, special);
        const means = numbers(channels, seed + 2);
        const placedX = put(engine, 0, x, first);
        const placedY = put(engine, 1, y, second);
        const operands = [placedX.array, placedX.offset, placedY.array, placedY.offset] as const;
        const totals = new Float64Array(channels + 1).fill(7);
        const products = new Float64Array(channels + 1).fill(7);
        const expected = new Float64Array(channels + 1).fill(7);
        const expectedProducts = new Float64Array(channels + 1).fill(7);

        kernels.sumOfProducts(...shape, ...operands, means, totals, products);
        plain.sumOfProducts(...shape, x, 0, y, 0, means, expected, expectedProducts);
        expect(sameBits(totals, expected)).toBe(true);
        expect(sameBits(products, expectedProducts)).toBe(true);

        kernels.sum(...shape, placedX.array, placedX.offset, totals);
        plain.sum(...shape, x, 0, expected);
        expect(sameBits(totals, expected)).toBe(true);

        kernels.sumOfSquaredDifferences(...shape, placedX.array, placedX.offset, means, totals);
        plain.sumOfSquaredDifferences(...shape, x, 0, means, expected);
        expect(sameBits(totals, expected)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("their maps have the bits of the plain ones wherever operands lie, also in place", () => {
    fc.assert(
      fc.property(cases, ({ wide, shape, seed, special, places: [first, second, third], inPlace }) => {
        const [outer, channels, inner] = shape;
        const x = valuesOf(wide, outer * channels * inner, seed, 2, special);
        const y = valuesOf(wide, x.length, seed + 1, 2, special);
        const [a, b, c, d] = [3, 4, 5, 6].map((more) => numbers(channels, seed + more));
        const expected = arrayOf(wide, x.length);

        const placedX = put(engine, 0, x, first);
        const placedY = put(engine, 1, y, second);
        const placedZ = [placedX, placedY][inPlace ?? 2] ?? put(engine, 2, arrayOf(wide, x.length), third);
        plain.normalizeGradient(...shape, x, 0, y, 0, a, b, c, d, expected, 0);
        const operands = [placedX.array, placedX.offset, placedY.array, placedY.offset] as const;
        kernels.normalizeGradient(...shape, ...operands, a, b, c, d, placedZ.array, placedZ.offset);
        expect(sameBits(take(placedZ, x.length), expected)).toBe(true);
        expect(guarded(placedZ, x.length)).toBe(true);

        const from = put(engine, 0, x, first);
        const to = inPlace === 0 ? from : put(engine, 1, y, second);
        plain.normalize(...shape, x, 0, a, b, c, expected, 0);
        kernels.normalize(...shape, from.array, from.offset, a, b, c, to.array, to.offset);
        expect(sameBits(take(to, x.length), expected)).toBe(true);
        expect(guarded(to, x.length)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
