import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenRowKernels } from "../src/rows/gather.ts";
import { engines } from "./engines.ts";
import { arrayOf, guarded, places, put, sameBits, take, valuesOf } from "./placing.ts";

const cases = fc.record({
  wide: fc.boolean(),
  count: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 4090, max: 4110 }) },
  ),
  size: fc.integer({ min: 1, max: 13 }),
  table: fc.integer({ min: 1, max: 7 }),
  gaps: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
  seed: fc.integer(),
  places: fc.tuple(places(1), places(1)),
});

describe.each(engines())("rows that are chosen (%s)", (_name, engine) => {
  const { gather, scatterAdd } = chosenRowKernels(engine);

  test.each([false, true])("are moved, or added where scatter is %s", (scatter) => {
    fc.assert(
      fc.property(cases, ({ wide, count, size, table, gaps, seed, places: [from, to] }) => {
        const xStride = size + gaps[0];
        const yStride = size + gaps[1];
        const indices = Int32Array.from(valuesOf(true, count + 2, seed, table / 2), (value) =>
          Math.min(table - 1, Math.floor(value + table / 2)),
        );
        const x = valuesOf(wide, (scatter ? count : table) * xStride, seed + 1, 1);
        const y = valuesOf(wide, (scatter ? table : count) * yStride, seed + 2, 1);
        const expected = arrayOf(wide, y.length);
        expected.set(y);
        for (let i = 0; i < count; i++) {
          for (let j = 0; j < size; j++) {
            if (scatter) expected[indices[2 + i] * yStride + j] += x[i * xStride + j];
            else expected[i * yStride + j] = x[indices[2 + i] * xStride + j];
          }
        }
        const placedX = put(engine, 0, x, from);
        const placedY = put(engine, 1, y, to);
        const kernel = scatter ? scatterAdd : gather;
        const operands = [placedX.array, placedX.offset, xStride, placedY.array, placedY.offset, yStride] as const;
        kernel(count, size, indices, 2, ...operands);
        expect(sameBits(take(placedY, y.length), expected)).toBe(true);
        expect(guarded(placedY, y.length)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
