import { type FloatArray, plainBackend, type WindowKernels } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "../src/engine/Engine.ts";
import { columnsSizeOf, inputSizeOf, outputSizeOf } from "../src/windows/sizes.ts";
import { windowKernels } from "../src/windows/windows.ts";
import { engines } from "./engines.ts";
import { geometries } from "./geometries.ts";
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

/** Integers in a place, with guards around them. */
function putPositions(engine: Engine, { positions: place }: Case, values: readonly number[]): Int32Array {
  const length = place.offset + values.length + 3;
  const room = put(engine, 3, new Float32Array(length), { ...place, offset: 0 }).array;
  const array = place.resident ? new Int32Array(room.buffer, room.byteOffset, length) : new Int32Array(length);
  array.fill(GUARD);
  array.set(values, place.offset);
  return array;
}

type Run = (kernels: WindowKernels, engine: Engine, each: Case) => Made;

/** The kernels with two operands. */
function pair(
  sizes: (each: Case) => readonly [from: number, to: number],
  call: (kernels: WindowKernels, each: Case, x: Placed, y: Placed) => void,
): Run {
  return (kernels, engine, each) => {
    const [from, to] = sizes(each);
    const [x, y] = operands(engine, each, from, to);
    call(kernels, each, x, y);
    expect(guarded(x, each.planes * from) && guarded(y, each.planes * to)).toBe(true);
    return { read: take(x, each.planes * from), result: take(y, each.planes * to), positions: new Int32Array() };
  };
}

const runs: Readonly<Record<keyof WindowKernels, Run>> = {
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
  maxPool(kernels, engine, each) {
    const { geometry: g, planes } = each;
    const [from, to] = [planes * inputSizeOf(g), planes * outputSizeOf(g)];
    const [x, y] = operands(engine, each, inputSizeOf(g), outputSizeOf(g));
    const positions = putPositions(engine, each, new Array<number>(to).fill(7));
    kernels.maxPool(g, planes, x.array, x.offset, y.array, y.offset, positions, each.positions.offset);
    expect(guarded(x, from) && guarded(y, to)).toBe(true);
    return { read: take(x, from), result: take(y, to), positions: withoutOffset(positions, each) };
  },
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
        const expected = run(plainBackend.windows, engine, { ...each, x: managed, y: managed, positions: managed });
        const actual = run(kernels, engine, each);
        expect(sameBits(actual.read, expected.read)).toBe(true);
        expect(sameBits(actual.result, expected.result)).toBe(true);
        expect(actual.positions).toEqual(expected.positions);
      }),
      { numRuns: 1000 },
    );
  });
});
