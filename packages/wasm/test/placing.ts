import type { FloatArray } from "@rushlight/tensor";
import fc from "fast-check";
import type { Engine } from "../src/engine/Engine.ts";

const BYTES = 1 << 20;
/** What stands where no kernel may write. */
const GUARD = 12_345;
const starts = new WeakMap<Engine, number>();

/** A place for an operand: resident or managed, somewhere in its array, with elements some distance apart. */
export interface Place {
  readonly resident: boolean;
  readonly offset: number;
  readonly stride: number;
}

/** An operand in its place. */
export interface Placed {
  readonly array: FloatArray;
  readonly offset: number;
  readonly stride: number;
}

/** Places with strides up to a largest one. */
export function places(largestStride: number): fc.Arbitrary<Place> {
  return fc.record({
    resident: fc.boolean(),
    offset: fc.integer({ min: 0, max: 9 }),
    stride: fc.integer({ min: 1, max: largestStride }),
  });
}

/**
 * Puts values in a place, with guards around and between them.
 *
 * @param slot 0 to 3: where in the engine's memory, for operands that must not overlap
 */
export function put(engine: Engine, slot: number, values: FloatArray, { resident, offset, stride }: Place): Placed {
  const length = offset + values.length * stride + 8;
  const wide = values instanceof Float64Array;
  const array = resident ? residentArray(engine, slot, wide, length) : arrayOf(wide, length);
  array.fill(GUARD);
  for (let i = 0; i < values.length; i++) array[offset + i * stride] = values[i];
  return { array, offset, stride };
}

/** The values in a place. */
export function take({ array, offset, stride }: Placed, count: number): FloatArray {
  const values = arrayOf(array instanceof Float64Array, count);
  for (let i = 0; i < count; i++) values[i] = array[offset + i * stride];
  return values;
}

/** True when nothing was written but the elements themselves. */
export function guarded({ array, offset, stride }: Placed, count: number): boolean {
  const last = offset + (count - 1) * stride;
  for (let i = 0; i < array.length; i++) {
    const own = i >= offset && i <= last && (i - offset) % stride === 0;
    if (!own && array[i] !== GUARD) return false;
  }
  return true;
}

/** An array of the caller's own. */
export function arrayOf(wide: boolean, length: number): FloatArray {
  return wide ? new Float64Array(length) : new Float32Array(length);
}

/** Repeatable values between -scale and scale; every so often one of the special ones. */
export function valuesOf(
  wide: boolean,
  count: number,
  seed: number,
  scale: number,
  special: readonly number[] = [],
): FloatArray {
  const values = arrayOf(wide, count);
  let state = seed >>> 0;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    values[i] = (state / 2 ** 31 - 1) * scale;
    if (special.length > 0 && (state >>> 8) % 13 === 0) values[i] = special[(state >>> 16) % special.length];
  }
  return values;
}

/** True when two arrays hold the same bits: zeros of different signs are told apart. */
export function sameBits(x: FloatArray, y: FloatArray): boolean {
  return x.length === y.length && x.every((value, i) => Object.is(value, y[i]));
}

function residentArray(engine: Engine, slot: number, wide: boolean, length: number): FloatArray {
  let start = starts.get(engine);
  if (start === undefined) {
    // No kernel makes the memory grow later: that could detach the arrays.
    for (let i = 0; i < 4; i++) engine.scratch(i, BYTES);
    start = engine.extend(4 * BYTES);
    if (start === undefined) throw new RangeError("expected room for operands");
    starts.set(engine, start);
  }
  const address = start + slot * BYTES;
  return wide ? new Float64Array(engine.buffer, address, length) : new Float32Array(engine.buffer, address, length);
}
