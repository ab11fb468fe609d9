import { plainBackend } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareKernels, compareScalarKernels } from "../src/elementwise/compare.ts";
import type { Engine } from "../src/engine/Engine.ts";
import { counts, inputs, outputs } from "./elementwise.ts";
import { engines } from "./engines.ts";
import { type Place, put, take, valuesOf } from "./placing.ts";

const comparisons = ["lt", "le", "gt", "ge", "eq", "ne"] as const;
const GUARD = 77;

const nearTenth = [Math.fround(0.1), 0.1, Math.fround(0.1) - 2 ** -27];
const specials = [
  Number.NaN,
  Infinity,
  -Infinity,
  0,
  -0,
  1,
  3.4028234663852886e38,
  2 ** -149,
  -(2 ** -149),
  ...nearTenth,
];
const cases = fc.record({
  wide: fc.boolean(),
  count: counts,
  seed: fc.integer(),
  xPlace: inputs(),
  yPlace: inputs(),
  maskPlace: outputs(),
  a: fc.constantFrom(...specials, -1, 1e300, -1e300, 1e-50, -1e-50, 0.3, -0.3),
});
const runs = { numRuns: 200 };

/** A mask in its place, with guards all over. */
function maskIn(engine: Engine, count: number, { resident, offset, stride }: Place): Uint8Array {
  const length = offset + count * stride + 8;
  const { array } = put(engine, 2, new Float64Array(length), { resident, offset: 0, stride: 1 });
  return new Uint8Array(array.buffer, array.byteOffset, length).fill(GUARD);
}

describe.each(engines())("comparisons (%s)", (_name, engine) => {
  const withScalar = compareScalarKernels(engine);
  const withOther = compareKernels(engine);

  test.each(comparisons)("%s with a scalar, also with one that float32 does not hold", (comparison) => {
    fc.assert(
      fc.property(cases, ({ wide, count, seed, xPlace, maskPlace, a }) => {
        const x = put(engine, 0, valuesOf(wide, count, seed, 1, specials), xPlace);
        const mask = maskIn(engine, count, maskPlace);
        const expected = new Uint8Array(mask);
        const { offset, stride } = maskPlace;
        plainBackend.compareScalar[comparison](count, take(x, count), 0, 1, expected, offset, stride, a, 0);
        withScalar[comparison](count, x.array, x.offset, x.stride, mask, offset, stride, a, 0);
        expect(mask.findIndex((value, i) => value !== expected[i])).toBe(-1);
      }),
      runs,
    );
  });

  test.each(comparisons)("%s of two operands", (comparison) => {
    fc.assert(
      fc.property(cases, ({ wide, count, seed, xPlace, yPlace, maskPlace }) => {
        const x = put(engine, 0, valuesOf(wide, count, seed, 1, specials), xPlace);
        const near = valuesOf(wide, count, seed, 1, specials).map((value, i) =>
          i % 3 === 0 ? value : value + (i % 2),
        );
        const y = put(engine, 1, near, yPlace);
        const mask = maskIn(engine, count, maskPlace);
        const expected = new Uint8Array(mask);
        const { offset, stride } = maskPlace;
        const [left, right] = [take(x, count), take(y, count)];
        plainBackend.compare[comparison](count, left, 0, 1, right, 0, 1, expected, offset, stride, 0, 0);
        withOther[comparison](
          count,
          x.array,
          x.offset,
          x.stride,
          y.array,
          y.offset,
          y.stride,
          mask,
          offset,
          stride,
          0,
          0,
        );
        expect(mask.findIndex((value, i) => value !== expected[i])).toBe(-1);
      }),
      runs,
    );
  });
});
