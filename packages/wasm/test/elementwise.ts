import type { FloatArray } from "@rushlight/tensor";
import fc from "fast-check";
import { expect } from "vitest";
import type { Place } from "./placing.ts";

/** Counts around the lanes of a vector, where plain kernels end, and around the chunks of managed operands. */
export const counts: fc.Arbitrary<number> = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 1, max: 80 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4080, max: 4130 }) },
  { weight: 1, arbitrary: fc.integer({ min: 8180, max: 9000 }) },
);

/** Places of operands that are only read: elements may lie on each other, or side by side more often than not. */
export function inputs(): fc.Arbitrary<Place> {
  return placesWith([0, 1, 1, 1, 2, 3]);
}

/** Places of operands that are written. */
export function outputs(): fc.Arbitrary<Place> {
  return placesWith([1, 1, 1, 2, 3]);
}

function placesWith(strides: readonly number[]): fc.Arbitrary<Place> {
  return fc.record({
    resident: fc.boolean(),
    offset: fc.integer({ min: 0, max: 9 }),
    stride: fc.constantFrom(...strides),
  });
}

/** The place in which everything is as simple as can be. */
export const simplest: Place = { resident: true, offset: 0, stride: 1 };

/** The relative error that a dtype is allowed: a few units in the last place. */
export function allowed(wide: boolean): number {
  return wide ? 1e-15 : 3.6e-7;
}

/** The distance of neighbouring denormal numbers. */
export function smallest(wide: boolean): number {
  return wide ? 5e-324 : 2 ** -149;
}

/** Expects the same numbers, bit for bit; NaN is NaN. */
export function expectSame(actual: FloatArray, expected: FloatArray): void {
  const wrong = actual.findIndex((value, i) => !Object.is(value, expected[i]));
  if (wrong >= 0) expect([wrong, actual[wrong]]).toEqual([wrong, expected[wrong]]);
}

/** Expects numbers that are at most so far away; where that is not finite, the same numbers. */
export function expectClose(actual: FloatArray, expected: FloatArray, tolerance: (i: number) => number): void {
  const wrong = actual.findIndex((value, i) => {
    if (Object.is(value, expected[i])) return false;
    return !(Number.isFinite(expected[i]) && Math.abs(value - expected[i]) <= tolerance(i));
  });
  if (wrong >= 0) expect([wrong, actual[wrong], tolerance(wrong)]).toEqual([wrong, expected[wrong], tolerance(wrong)]);
}
