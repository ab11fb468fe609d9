import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FloatArray, plainBackend, type WindowGeometry } from "../src/index.ts";
import { inputSize, kernelSize, outputSize, windowsOf } from "./windows/definitions.ts";
import { geometries, rowGeometries } from "./windows/geometries.ts";
import { boundsOfPlane, boundsSize, givenWindowsOf } from "./windows/given.ts";

const { windows } = plainBackend;
const GUARD = 12_345;

/** An operand somewhere in an array, between guards. */
interface Operand {
  readonly array: FloatArray;
  readonly offset: number;
}

const cases = fc.record({
  geometry: geometries,
  planes: fc.integer({ min: 1, max: 3 }),
  wide: fc.boolean(),
  seed: fc.integer(),
  offset: fc.integer({ min: 0, max: 3 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const convolutions = fc.record({
  geometry: rowGeometries,
  planes: fc.integer({ min: 1, max: 3 }),
  samples: fc.integer({ min: 1, max: 2 }),
  outputs: fc.integer({ min: 1, max: 4 }),
  wide: fc.boolean(),
  seed: fc.integer(),
  offset: fc.integer({ min: 0, max: 3 }),
});
type Convolution = typeof convolutions extends fc.Arbitrary<infer T> ? T : never;

/** Calls a function for each product of a weight and an element: the numbers of output, weight and element. */
function forEachProduct(
  { geometry: g, planes, samples, outputs }: Convolution,
  visit: (y: number, weight: number, place: number) => void,
): void {
  const terms = planes * kernelSize(g);
  for (let sample = 0; sample < samples; sample++) {
    forEachColumnElement(g, planes, (element, place) => {
      const [term, o] = [Math.floor(element / outputSize(g)), element % outputSize(g)];
      for (let output = 0; output < outputs; output++) {
        const y = (sample * outputs + output) * outputSize(g) + o;
        visit(y, output * terms + term, sample * planes * inputSize(g) + (place ?? Number.NaN));
      }
    });
  }
}

/** Elements of which many are equal, NaN, infinite or −0 every so often, or whole numbers only. */
function elementsFor({ wide, seed }: Pick<Case, "wide" | "seed">, count: number, special: boolean): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (special && (state >>> 8) % 5 === 0) return [Number.NaN, -Infinity, Infinity, -0][(state >>> 16) % 4];
    const value = special ? (state >>> 28) - 8 : state / 2 ** 30 - 2;
    return wide ? value : Math.fround(value);
  });
}

function put({ wide, offset }: Pick<Case, "wide" | "offset">, values: readonly number[]): Operand {
  const length = offset + values.length + 3;
  const array = wide ? new Float64Array(length) : new Float32Array(length);
  array.fill(GUARD);
  array.set(values, offset);
  return { array, offset };
}

function take({ array, offset }: Operand, count: number): number[] {
  expect([...array.subarray(0, offset), ...array.subarray(offset + count)].every((each) => each === GUARD)).toBe(true);
  return [...array.subarray(offset, offset + count)];
}

function putPositions({ offset }: Case, values: readonly number[]): Int32Array {
  return Int32Array.from([...new Array<number>(offset).fill(GUARD), ...values, GUARD]);
}

/** Calls a function with each element of the columns: its number, its place in the input (undefined: padding), its window. */
function forEachColumnElement(
  g: WindowGeometry,
  planes: number,
  visit: (element: number, place: number | undefined) => void,
): void {
  const all = windowsOf(g);
  for (let plane = 0; plane < planes; plane++) {
    for (let k = 0; k < kernelSize(g); k++) {
      for (const [o, window] of all.entries()) {
        const { at } = window[k];
        const element = (plane * kernelSize(g) + k) * all.length + o;
        visit(element, at === undefined ? undefined : plane * inputSize(g) + at);
      }
    }
  }
}

/** Where given windows of all planes begin and end, and each plane's windows as positions in it. */
function givenWindows(each: Case, same: boolean): { bounds: Int32Array; step: number; windows: number[][][] } {
  const { geometry: g, planes, offset, seed } = each;
  const draws = elementsFor({ wide: true, seed }, planes * boundsSize(g), false).map((value) => (value + 2) / 4);
  let drawn = 0;
  const bounds = Array.from({ length: same ? 1 : planes }, () => boundsOfPlane(g, () => draws[drawn++]));
  return {
    bounds: Int32Array.from([...new Array<number>(offset).fill(GUARD), ...bounds.flat()]),
    step: same ? 0 : boundsSize(g),
    windows: Array.from({ length: planes }, (_, plane) => givenWindowsOf(g, bounds[same ? 0 : plane])),
  };
}

function rounded({ wide }: Case, value: number): number {
  return wide ? value : Math.fround(value);
}

describe("the plain window functions are what they are defined to be", () => {
  test("unfold: a column for each window, padding 0", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { geometry: g, planes } = each;
        const x = elementsFor(each, planes * inputSize(g), true);
        const expected: number[] = [];
        forEachColumnElement(g, planes, (element, place) => {
          expected[element] = place === undefined ? 0 : x[place];
        });
        const columns = put(each, new Array<number>(expected.length).fill(7));
        const from = put(each, x);
        windows.unfold(g, planes, from.array, from.offset, columns.array, columns.offset);
        expect(take(columns, expected.length)).toEqual(expected);
        expect(take(from, x.length)).toEqual(x);
      }),
      { numRuns: 400 },
    );
  });

  test("fold: each element of the columns goes back to where it came from", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { geometry: g, planes } = each;
        const expected = elementsFor(each, planes * inputSize(g), false);
        const x = put(each, expected);
        const values = elementsFor(each, planes * kernelSize(g) * outputSize(g), false);
        const columns = put(each, values);
        forEachColumnElement(g, planes, (element, place) => {
          if (place !== undefined) expected[place] = rounded(each, expected[place] + values[element]);
        });
        windows.fold(g, planes, columns.array, columns.offset, x.array, x.offset);
        expect(take(x, expected.length)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test.each([false, true])("convolve: the weights times each window, with bias: %s", (biased) => {
    fc.assert(
      fc.property(convolutions, (each) => {
        const { geometry: g, planes, samples, outputs } = each;
        const x = elementsFor(each, samples * planes * inputSize(g), false);
        const weights = elementsFor(each, outputs * planes * kernelSize(g), false);
        const biases = elementsFor(each, outputs, false);
        const expected = new Array<number>(samples * outputs * outputSize(g)).fill(0);
        forEachProduct(each, (y, weight, place) => {
          expected[y] += weights[weight] * x[place];
        });
        const y = put(each, new Array<number>(expected.length).fill(7));
        const [from, weight, bias] = [x, weights, biases].map((values) => put(each, values));
        const { offset } = each;
        windows.convolve(
          ...([g, planes, outputs, samples, from.array, offset, weight.array, offset] as const),
          ...([biased ? bias.array : undefined, offset, y.array, offset] as const),
        );
        const actual = take(y, expected.length);
        for (const [i, product] of expected.entries()) {
          const base = biased ? biases[Math.floor(i / outputSize(g)) % outputs] : 0;
          expect(Math.abs(actual[i] - (base + product))).toBeLessThan(each.wide ? 1e-12 : 1e-4);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("convolveWeightGradient: the gradients times the windows, added up", () => {
    fc.assert(
      fc.property(convolutions, (each) => {
        const { geometry: g, planes, samples, outputs } = each;
        const x = elementsFor(each, samples * planes * inputSize(g), false);
        const gradients = elementsFor(each, samples * outputs * outputSize(g), false);
        const expected = elementsFor(each, outputs * planes * kernelSize(g), false);
        const weight = put(each, expected);
        forEachProduct(each, (y, at, place) => {
          expected[at] += 0.5 * gradients[y] * x[place];
        });
        const [from, gradY] = [x, gradients].map((values) => put(each, values));
        const { offset } = each;
        windows.convolveWeightGradient(
          ...([g, planes, outputs, samples, 0.5, from.array, offset, gradY.array, offset] as const),
          ...([weight.array, offset] as const),
        );
        const actual = take(weight, expected.length);
        for (const [i, value] of expected.entries()) {
          expect(Math.abs(actual[i] - value)).toBeLessThan(each.wide ? 1e-11 : 2e-3);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("maxPool: the first of the largest elements, and where it is", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { geometry: g, planes } = each;
        const x = elementsFor(each, planes * inputSize(g), true);
        const expected: number[] = [];
        const places: number[] = [];
        for (let plane = 0; plane < planes; plane++) {
          for (const window of windowsOf(g)) {
            const inside = window.flatMap(({ at }) => (at === undefined ? [] : [at]));
            const place = firstLargest(x, plane * inputSize(g), inside);
            places.push(place);
            expected.push(place < 0 ? -Infinity : x[plane * inputSize(g) + place]);
          }
        }
        const from = put(each, x);
        const y = put(each, new Array<number>(expected.length).fill(7));
        const positions = putPositions(each, new Array<number>(expected.length).fill(7));
        windows.maxPool(g, planes, from.array, from.offset, y.array, y.offset, positions, each.offset);
        expect(take(y, expected.length)).toEqual(expected);
        expect(positions).toEqual(putPositions(each, places));
      }),
      { numRuns: 400 },
    );
  });

  test.each([false, true])("maxPoolWithin: the same for windows that are given, equal in all planes: %s", (same) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { geometry: g, planes, offset } = each;
        const x = elementsFor(each, planes * inputSize(g), true);
        const { bounds, step, windows: given } = givenWindows(each, same);
        const places = given.flatMap((all, plane) =>
          all.map((window) => firstLargest(x, plane * inputSize(g), window)),
        );
        const expected = places.map((place, i) =>
          place < 0 ? -Infinity : x[Math.floor(i / outputSize(g)) * inputSize(g) + place],
        );
        const from = put(each, x);
        const y = put(each, new Array<number>(expected.length).fill(7));
        const positions = putPositions(each, new Array<number>(expected.length).fill(7));
        windows.maxPoolWithin(
          ...([g, planes, bounds, offset, step, from.array, offset, y.array, offset, positions, offset] as const),
        );
        expect(take(y, expected.length)).toEqual(expected);
        expect(positions).toEqual(putPositions(each, places));
      }),
      { numRuns: 200 },
    );
  });

  test("maxPoolGradient: each gradient goes to its position", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { geometry: g, planes } = each;
        const [size, count] = [inputSize(g), outputSize(g)];
        const expected = elementsFor(each, planes * size, false);
        const gradInput = put(each, expected);
        const gradients = elementsFor(each, planes * count, false);
        const gradOutput = put(each, gradients);
        const places = gradients.map((gradient) => (Math.floor(Math.abs(gradient) * 1000) % (size + 1)) - 1);
        const positions = putPositions(each, places);
        for (const [i, place] of places.entries()) {
          const at = Math.floor(i / count) * size + place;
          if (place >= 0) expected[at] = rounded(each, expected[at] + gradients[i]);
        }
        const { offset } = each;
        windows.maxPoolGradient(
          ...([planes, size, count, gradOutput.array, offset, positions, offset] as const),
          ...([gradInput.array, offset] as const),
        );
        expect(take(gradInput, expected.length)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test.each([false, true])("averagePool: the mean of each window, its padding counted: %s", (countPadding) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { planes } = each;
        const g = withoutDilation(each.geometry);
        const x = elementsFor(each, planes * inputSize(g), false);
        const expected: number[] = [];
        for (let plane = 0; plane < planes; plane++) {
          for (const window of windowsOf(g)) {
            let total = 0;
            for (const { at } of window) if (at !== undefined) total += x[plane * inputSize(g) + at];
            expected.push(rounded(each, total / divisorOf(window, countPadding)));
          }
        }
        const from = put(each, x);
        const y = put(each, new Array<number>(expected.length).fill(7));
        windows.averagePool(each.geometry, planes, countPadding, from.array, from.offset, y.array, y.offset);
        expect(take(y, expected.length)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test.each([false, true])("averagePoolGradient: equal shares, padding counted: %s", (countPadding) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { planes } = each;
        const g = withoutDilation(each.geometry);
        const expected = elementsFor(each, planes * inputSize(g), false);
        const gradInput = put(each, expected);
        const gradients = elementsFor(each, planes * outputSize(g), false);
        const gradOutput = put(each, gradients);
        for (let plane = 0; plane < planes; plane++) {
          for (const [o, window] of windowsOf(g).entries()) {
            const share = gradients[plane * outputSize(g) + o] / divisorOf(window, countPadding);
            for (const { at } of window) {
              const place = plane * inputSize(g) + (at ?? 0);
              if (at !== undefined) expected[place] = rounded(each, expected[place] + share);
            }
          }
        }
        const { offset } = each;
        windows.averagePoolGradient(g, planes, countPadding, gradOutput.array, offset, gradInput.array, offset);
        expect(take(gradInput, expected.length)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test.each([false, true])("averagePoolWithin: the mean of each given window, equal in all planes: %s", (same) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { geometry: g, planes, offset } = each;
        const x = elementsFor(each, planes * inputSize(g), false);
        const { bounds, step, windows: given } = givenWindows(each, same);
        const expected = given.flatMap((all, plane) =>
          all.map((window) => {
            const total = window.reduce((sum, at) => sum + x[plane * inputSize(g) + at], 0);
            return rounded(each, total / window.length);
          }),
        );
        const from = put(each, x);
        const y = put(each, new Array<number>(expected.length).fill(7));
        windows.averagePoolWithin(...([g, planes, bounds, offset, step, from.array, offset, y.array, offset] as const));
        expect(take(y, expected.length)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test.each([false, true])("averagePoolWithinGradient: equal shares, windows equal in all planes: %s", (same) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { geometry: g, planes, offset } = each;
        const expected = elementsFor(each, planes * inputSize(g), false);
        const gradInput = put(each, expected);
        const gradients = elementsFor(each, planes * outputSize(g), false);
        const gradOutput = put(each, gradients);
        const { bounds, step, windows: given } = givenWindows(each, same);
        for (const [plane, all] of given.entries()) {
          for (const [o, window] of all.entries()) {
            const share = gradients[plane * outputSize(g) + o] / window.length;
            for (const at of window) {
              const place = plane * inputSize(g) + at;
              expected[place] = rounded(each, expected[place] + share);
            }
          }
        }
        windows.averagePoolWithinGradient(
          ...([g, planes, bounds, offset, step, gradOutput.array, offset, gradInput.array, offset] as const),
        );
        expect(take(gradInput, expected.length)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

/** The position of the first of the largest elements of a plane; −1 when none is above −Infinity. */
function firstLargest(x: readonly number[], plane: number, positions: readonly number[]): number {
  const numbers = positions.map((at) => x[plane + at]).filter((element) => !Number.isNaN(element));
  const largest = Math.max(-Infinity, ...numbers);
  // −0 and 0 are equal.
  return positions.find((at) => largest > -Infinity && x[plane + at] === largest) ?? -1;
}

function withoutDilation(g: WindowGeometry): WindowGeometry {
  return { ...g, dilationTime: 1, dilationHeight: 1, dilationWidth: 1 };
}

function divisorOf(window: ReturnType<typeof windowsOf>[number], countPadding: boolean): number {
  return window.filter(({ at, padded }) => (countPadding ? padded : at !== undefined)).length;
}
