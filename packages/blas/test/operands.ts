import type { FloatArray, ResidentMemory } from "@rushlight/tensor";
import fc from "fast-check";

/** What stands where no kernel may write. */
const GUARD = 12_345;
const LENGTH = 1 << 16;

/** Where an operand lies: in resident memory or in an array of its own, with elements and rows some distance apart. */
export interface Place {
  readonly resident: boolean;
  readonly offset: number;
  readonly stride: number;
  readonly gap: number;
}

/** Places of all kinds; vectors have strides, matrices gaps between their rows. */
export const places: fc.Arbitrary<Place> = fc.record({
  resident: fc.boolean(),
  offset: fc.constantFrom(0, 0, 1, 2, 7),
  stride: fc.constantFrom(1, 1, 2, 3),
  gap: fc.constantFrom(0, 0, 1, 5),
});

/** An operand in its place. */
export interface Placed {
  readonly array: FloatArray;
  readonly offset: number;
  /** The distance between rows of a matrix, or elements of a vector. */
  readonly step: number;
  /** The elements, row by row. */
  read(): FloatArray;
  /** True when nothing around and between them was written. */
  intact(): boolean;
}

/** Room for operands in resident memory and outside. */
export class Operands {
  private readonly resident: readonly { readonly float32: FloatArray; readonly float64: FloatArray }[];

  constructor(memory: ResidentMemory) {
    this.resident = Array.from({ length: 3 }, () => ({
      float32: elementsOf(memory.allocate("float32", LENGTH)),
      float64: elementsOf(memory.allocate("float64", LENGTH)),
    }));
  }

  /** Puts the rows of a matrix in a place; `slot`, 0 to 2, keeps operands of one call apart. */
  matrix(slot: number, rows: number, columns: number, values: FloatArray, { resident, offset, gap }: Place): Placed {
    const step = columns + gap;
    return this.put(slot, values, resident, offset, step, (i) => Math.floor(i / columns) * step + (i % columns), rows);
  }

  /** Puts the elements of a vector in a place. */
  vector(slot: number, values: FloatArray, { resident, offset, stride }: Place): Placed {
    return this.put(slot, values, resident, offset, stride, (i) => i * stride, values.length);
  }

  private put(
    slot: number,
    values: FloatArray,
    resident: boolean,
    offset: number,
    step: number,
    at: (i: number) => number,
    steps: number,
  ): Placed {
    const length = offset + steps * step + 8;
    const wide = values instanceof Float64Array;
    const array = resident ? this.room(slot, wide, length) : arrayOf(wide, length);
    array.fill(GUARD);
    const own = new Set<number>();
    for (let i = 0; i < values.length; i++) {
      array[offset + at(i)] = values[i];
      own.add(offset + at(i));
    }
    return {
      array,
      offset,
      step,
      read: () => values.map((_, i) => array[offset + at(i)]),
      intact: () => array.every((value, i) => own.has(i) || value === GUARD),
    };
  }

  private room(slot: number, wide: boolean, length: number): FloatArray {
    const { float32, float64 } = this.resident[slot];
    return (wide ? float64 : float32).subarray(0, length);
  }
}

/** Zeros of one precision or the other. */
export function arrayOf(wide: boolean, length: number): FloatArray {
  return wide ? new Float64Array(length) : new Float32Array(length);
}

/** Repeatable values between −1 and 1; every so often one of the special ones. */
export function valuesOf(wide: boolean, count: number, seed: number, special: readonly number[] = []): FloatArray {
  const values = arrayOf(wide, count);
  let state = seed >>> 0;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    values[i] = state / 2 ** 31 - 1;
    if (special.length > 0 && (state >>> 8) % 13 === 0) values[i] = special[(state >>> 16) % special.length];
  }
  return values;
}

/** The magnitudes of values. */
export function absolute(x: FloatArray): FloatArray {
  return Float64Array.from(x, Math.abs);
}

/** Each number within rounding of the expected one; numbers that are not finite the same. */
export function close(actual: FloatArray, expected: FloatArray, magnitudes: FloatArray, wide: boolean): boolean {
  return actual.every((value, i) => {
    const bound = Number.isFinite(magnitudes[i]) ? (wide ? 4e-15 : 2e-6) * magnitudes[i] + 1e-37 : 0;
    return Object.is(value, expected[i]) || value === expected[i] || Math.abs(value - expected[i]) <= bound;
  });
}

function elementsOf(block: { readonly elements: FloatArray } | undefined): FloatArray {
  if (block === undefined) throw new RangeError("expected room for operands");
  return block.elements;
}
