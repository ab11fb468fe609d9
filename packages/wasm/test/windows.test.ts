import { type FloatArray, plainBackend, type WindowGeometry, type WindowKernels } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "../src/engine/Engine.ts";
import { columnsSizeOf, inputSizeOf, outputSizeOf } from "../src/windows/sizes.ts";
import { windowKernels } from "../src/windows/windows.ts";
import { engines } from "./engines.ts";
import { geometries, rowGeometries } from "./geometries.ts";
import { boundsOfPlanes, boundsSize } from "./givenWindows.ts";
import { guarded, type Place, type Placed, places, put, sameBits, take, valuesOf } from "./placing.ts";

const GUARD = 12_345;
const managed: Place = { resident: false, offset: 0, stride: 1 };

const cases = fc.record({
  geometry: geometries,
  planes: fc.integer({ min: 1, max: 3 }),
  wide: fc.boolean(),
  countPadding: fc.boolean(),
  seed: fc.integer(),
  special: fc.boolean(),
  x: places(1),
  y: places(1),
  positions: places(1),
  bounds: places(1),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** What a kernel made: its operand that it read, its result, and positions where it has any. */
interface Made {
  readonly read: FloatArray;
  readonly result: FloatArray;
  readonly positions: Int32Array;
}

/** Operands of a case for a kernel that reads `from` elements a plane and writes `to` elements a plane. */
function operands(engine: Engine, each: Case, from: number, to: number): [x: Placed, y: Placed] {
  const special = each.special ? [Number.NaN, Infinity, -Infinity, -0, 0, 1, 1] : [];
  return [
    put(engine, 0, valuesOf(each.wide, each.planes * from, each.seed, 2, special), each.x),
    put(engine, 1, valuesOf(each.wide, each.planes * to, each.seed + 1, 2), each.y),
  ];
}

/** Positions in their place, with guards around them. */
function putPositions(engine: Engine, { positions }: Case, values: readonly number[]): Int32Array {
  return putIntegers(engine, 3, values, positions);
}

/** Where given windows begin and end, in their place, and from one plane to the next: none when all have the same. */
function putBounds(engine: Engine, each: Case): readonly [bounds: Int32Array, offset: number, step: number] {
  const { geometry, planes, seed, countPadding: same, bounds } = each;
  const values = boundsOfPlanes(geometry, same ? 1 : planes, seed);
  return [putIntegers(engine, 2, values, bounds), bounds.offset, same ? 0 : boundsSize(geometry)];
}

function putIntegers(engine: Engine, slot: number, values: readonly number[], place: Place): Int32Array {
  const length = place.offset + values.length + 3;
  const room = put(engine, slot, new Float32Array(length), { ...place, offset: 0 }).array;
  const array = place.resident ? new Int32Array(room.buffer, room.byteOffset, length) : new Int32Array(length);
  array.fill(GUARD);
  array.set(values, place.offset);
  return array;
}

type Run = (kernels: WindowKernels, engine: Engine, each: Case) => Made;

const convolutions = fc.record({
  geometry: rowGeometries,
  planes: fc.integer({ min: 1, max: 3 }),
  outputs: fc.integer({ min: 1, max: 5 }),
  samples: fc.integer({ min: 1, max: 3 }),
  wide: fc.boolean(),
  seed: fc.integer(),
  biased: fc.boolean(),
  places: fc.tuple(places(1), places(1), places(1), places(1)),
});
type Convolution = typeof convolutions extends fc.Arbitrary<infer T> ? T : never;
type Product = (kernels: WindowKernels, engine: Engine, each: Convolution) => FloatArray;

const managedAll: Convolution["places"] = [managed, managed, managed, managed];

function largestDifference(x: FloatArray, y: FloatArray): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i] - y[i]));
  return largest;
}

/** Samples, weights, biases and outputs of a convolution, and how many of each there are. */
function convolutionOperands(engine: Engine, each: Convolution): { placed: Placed[]; counts: number[] } {
  const { geometry: g, planes, outputs, samples, wide, seed } = each;
  const terms = (planes * columnsSizeOf(g)) / outputSizeOf(g);
  const counts = [samples * planes * inputSizeOf(g), outputs * terms, outputs, samples * outputs * outputSizeOf(g)];
  const placed = counts.map((count, i) => put(engine, i, valuesOf(wide, count, seed + i, 1), each.places[i]));
  return { placed, counts };
}

const products = {
  convolve(kernels: WindowKernels, engine: Engine, each: Convolution): FloatArray {
    const { placed, counts } = convolutionOperands(engine, each);
    const [x, weight, bias, y] = placed;
    kernels.convolve(
      ...([each.geometry, each.planes, each.outputs, each.samples, x.array, x.offset] as const),
      ...([weight.array, weight.offset, each.biased ? bias.array : undefined, bias.offset] as const),
      ...([y.array, y.offset] as const),
    );
    expect(placed.every((operand, i) => guarded(operand, counts[i]))).toBe(true);
    return take(y, counts[3]);
  },
  convolveWeightGradient(kernels: WindowKernels, engine: Engine, each: Convolution): FloatArray {
    const { placed, counts } = convolutionOperands(engine, each);
    const [x, weight, , gradY] = placed;
    kernels.convolveWeightGradient(
      ...([each.geometry, each.planes, each.outputs, each.samples, 0.5, x.array, x.offset] as const),
      ...([gradY.array, gradY.offset, weight.array, weight.offset] as const),
    );
    expect(placed.every((operand, i) => guarded(operand, counts[i]))).toBe(true);
    return take(weight, counts[1]);
  },
} satisfies Partial<Record<keyof WindowKernels, Product>>;

/** The kernels with two operands. */
function pair(
  sizes: (each: Case) => readonly [from: number, to: number],
  call: (kernels: WindowKernels, each: Case, x: Placed, y: Placed, engine: Engine) => void,
): Run {
  return (kernels, engine, each) => {
    const [from, to] = sizes(each);
    const [x, y] = operands(engine, each, from, to);
    call(kernels, each, x, y, engine);
    expect(guarded(x, each.planes * from) && guarded(y, each.planes * to)).toBe(true);
    return { read: take(x, each.planes * from), result: take(y, each.planes * to), positions: new Int32Array() };
  };
}

/** The kernels that find largest elements. */
function withPositions(
  call: (
    kernels: WindowKernels,
    each: Case,
    x: Placed,
    y: Placed,
    positions: Int32Array,
    offset: number,
    engine: Engine,
  ) => void,
): Run {
  return (kernels, engine, each) => {
    const { geometry: g, planes } = each;
    const [from, to] = [planes * inputSizeOf(g), planes * outputSizeOf(g)];
    const [x, y] = operands(engine, each, inputSizeOf(g), outputSizeOf(g));
    const positions = putPositions(engine, each, new Array<number>(to).fill(7));
    call(kernels, each, x, y, positions, each.positions.offset, engine);
    expect(guarded(x, from) && guarded(y, to)).toBe(true);
    return { read: take(x, from), result: take(y, to), positions: withoutOffset(positions, each) };
  };
}

const runs: Readonly<Record<Exclude<keyof WindowKernels, keyof typeof products>, Run>> = {
  unfold: pair(
    ({ geometry: g }) => [inputSizeOf(g), columnsSizeOf(g)],
    (kernels, { geometry, planes }, x, y) => {
      kernels.unfold(geometry, planes, x.array, x.offset, y.array, y.offset);
    },
  ),
  fold: pair(
    ({ geometry: g }) => [columnsSizeOf(g), inputSizeOf(g)],
    (kernels, { geometry, planes }, x, y) => {
      kernels.fold(geometry, planes, x.array, x.offset, y.array, y.offset);
    },
  ),
  averagePool: pair(
    ({ geometry: g }) => [inputSizeOf(g), outputSizeOf(g)],
    (kernels, { geometry, planes, countPadding }, x, y) => {
      kernels.averagePool(geometry, planes, countPadding, x.array, x.offset, y.array, y.offset);
    },
  ),
  averagePoolGradient: pair(
    ({ geometry: g }) => [outputSizeOf(g), inputSizeOf(g)],
    (kernels, { geometry, planes, countPadding }, x, y) => {
      kernels.averagePoolGradient(geometry, planes, countPadding, x.array, x.offset, y.array, y.offset);
    },
  ),
  averagePoolWithin: pair(
    ({ geometry: g }) => [inputSizeOf(g), outputSizeOf(g)],
    (kernels, each, x, y, engine) => {
      const bounds = putBounds(engine, each);
      kernels.averagePoolWithin(each.geometry, each.planes, ...bounds, x.array, x.offset, y.array, y.offset);
    },
  ),
  averagePoolWithinGradient: pair(
    ({ geometry: g }) => [outputSizeOf(g), inputSizeOf(g)],
    (kernels, each, x, y, engine) => {
      const bounds = putBounds(engine, each);
      kernels.averagePoolWithinGradient(each.geometry, each.planes, ...bounds, x.array, x.offset, y.array, y.offset);
    },
  ),
  maxPool: withPositions((kernels, { geometry, planes }, x, y, positions, offset) => {
    kernels.maxPool(geometry, planes, x.array, x.offset, y.array, y.offset, positions, offset);
  }),
  maxPoolWithin: withPositions((kernels, each, x, y, positions, offset, engine) => {
    const bounds = putBounds(engine, each);
    kernels.maxPoolWithin(
      ...([each.geometry, each.planes, ...bounds, x.array, x.offset, y.array, y.offset] as const),
      ...([positions, offset] as const),
    );
  }),
  maxPoolGradient(kernels, engine, each) {
    const { geometry: g, planes, seed } = each;
    const [size, count] = [inputSizeOf(g), outputSizeOf(g)];
    const [x, y] = operands(engine, each, count, size);
    const values = [...valuesOf(true, planes * count, seed, 0.5)].map((value) => Math.floor((value + 0.5) * size) - 1);
    const positions = putPositions(engine, each, values);
    kernels.maxPoolGradient(
      ...([planes, size, count, x.array, x.offset, positions, each.positions.offset, y.array, y.offset] as const),
    );
    expect(guarded(x, planes * count) && guarded(y, planes * size)).toBe(true);
    return {
      read: take(x, planes * count),
      result: take(y, planes * size),
      positions: withoutOffset(positions, each),
    };
  },
};

/** Positions with the guards behind them, which must be where they were. */
function withoutOffset(positions: Int32Array, { positions: { offset } }: Case): Int32Array {
  expect(positions.subarray(0, offset).every((each) => each === GUARD)).toBe(true);
  return positions.slice(offset);
}

describe.each(engines())("window functions (%s)", (_name, engine) => {
  const kernels = windowKernels(engine);

  test.each(Object.entries(runs))("%s gives the bits of the plain one, wherever the operands lie", (_kernel, run) => {
    fc.assert(
      fc.property(cases, (each) => {
        const expected = run(plainBackend.windows, engine, {
          ...each,
          x: managed,
          y: managed,
          positions: managed,
          bounds: managed,
        });
        const actual = run(kernels, engine, each);
        expect(sameBits(actual.read, expected.read)).toBe(true);
        expect(sameBits(actual.result, expected.result)).toBe(true);
        expect(actual.positions).toEqual(expected.positions);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(Object.entries(products))("%s is the plain one but for rounding", (_kernel, run) => {
    fc.assert(
      fc.property(convolutions, (each) => {
        const expected = run(plainBackend.windows, engine, { ...each, places: managedAll });
        const actual = run(kernels, engine, each);
        // Up to 192 products of up to 1 for an output, up to 5,000 for a weight.
        expect(largestDifference(actual, expected)).toBeLessThan(each.wide ? 1e-12 : 1e-3);
      }),
      { numRuns: 500 },
    );
  });

  test.each(Object.entries(products))("%s has the same bits wherever the operands lie", (_kernel, run) => {
    fc.assert(
      fc.property(convolutions, (each) => {
        const expected = run(kernels, engine, { ...each, places: managedAll });
        expect(sameBits(run(kernels, engine, each), expected)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("products of many samples have the same bits wherever the operands lie, and are the plain ones", () => {
    const geometry: WindowGeometry = {
      ...{ inputTime: 1, inputHeight: 8, inputWidth: 30, kernelTime: 1, kernelHeight: 3, kernelWidth: 4 },
      ...{ strideTime: 1, strideHeight: 1, strideWidth: 1, padTime: 0, padHeight: 0, padWidth: 0 },
      ...{ dilationTime: 1, dilationHeight: 1, dilationWidth: 1, outputTime: 1, outputHeight: 6, outputWidth: 27 },
    };
    const many = { geometry, planes: 2, outputs: 3, samples: 400, wide: false, seed: 3, biased: true };
    const resident: Place = { resident: true, offset: 1, stride: 1 };
    for (const run of Object.values(products)) {
      const copied = run(kernels, engine, { ...many, places: managedAll });
      const inPlace = run(kernels, engine, { ...many, places: [resident, resident, resident, resident] });
      const plain = run(plainBackend.windows, engine, { ...many, places: managedAll });
      expect(sameBits(copied, inPlace)).toBe(true);
      expect(largestDifference(copied, plain)).toBeLessThan(1e-2);
    }
  });
});
