import { type FloatArray, plainBackend, type StepKernels } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "../src/engine/Engine.ts";
import { stepKernels } from "../src/steps/steps.ts";
import { engines } from "./engines.ts";
import { guarded, type Place, type Placed, places, put, sameBits, take, valuesOf } from "./placing.ts";

type Operands = readonly [x: Placed, g: Placed, m: Placed, v: Placed];
type Places = readonly [Place, Place, Place, Place];

const names = ["sgd", "adam", "rmsprop", "adagrad", "adadelta", "adamax", "rprop"] as const;
const coefficient = fc.constantFrom(0, 0.1, 0.5, 0.9, 0.99);
const cases = fc.record({
  wide: fc.boolean(),
  count: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 4090, max: 8300 }) },
  ),
  seed: fc.integer(),
  where: fc.tuple(places(1), places(1), places(1), places(1)),
  name: fc.constantFrom(...names),
  first: coefficient,
  second: coefficient,
  keep: fc.constantFrom(0.5, 0.9, 0.99, 0.999),
  decay: fc.constantFrom(0, 0.01),
  nesterov: fc.boolean(),
  begins: fc.boolean(),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const resident: Place = { resident: true, offset: 0, stride: 1 };

/** A case without decay. */
const ordinary: Omit<Case, "name"> = {
  wide: false,
  count: 8,
  seed: 0,
  where: [resident, resident, resident, resident],
  first: 0.5,
  second: 0.5,
  keep: 0.9,
  decay: 0,
  nesterov: false,
  begins: false,
};

/** Makes the step of a case. */
function step(kernels: StepKernels, each: Case, [x, g, m, v]: Operands): void {
  const { count, first, second, keep, decay, nesterov, begins } = each;
  const parameters = [count, x.array, x.offset, g.array, g.offset] as const;
  switch (each.name) {
    case "sgd":
      kernels.sgd(...parameters, v.array, v.offset, 0.1, first, second, decay, nesterov, begins);
      break;
    case "adam":
      kernels.adam(...parameters, m.array, m.offset, v.array, v.offset, 0.1, first, keep, 1e-8, decay);
      break;
    case "rmsprop":
      kernels.rmsprop(...parameters, v.array, v.offset, 0.1, keep, 1e-8, decay);
      break;
    case "adagrad":
      kernels.adagrad(...parameters, v.array, v.offset, 0.1, 1e-10, decay);
      break;
    case "adadelta":
      kernels.adadelta(...parameters, m.array, m.offset, v.array, v.offset, keep, 1e-6, decay);
      break;
    case "adamax":
      kernels.adamax(...parameters, m.array, m.offset, v.array, v.offset, 0.1, first, keep, 1e-8, decay);
      break;
    case "rprop":
      kernels.rprop(...parameters, m.array, m.offset, v.array, v.offset, 1.2, 0.5, 0.2, 0.9);
      break;
  }
}

/** The operands of a case: the sizes of past gradients are positive, others have both signs. */
function operandsOf(engine: Engine, { name, wide, count, seed }: Case, where: Places): Operands {
  const values = [3, 1, 1].map((scale, i) => valuesOf(wide, count, seed + i, scale));
  if (name === "adadelta") values[2] = values[2].map((value) => 0.1 + Math.abs(value));
  const squares = valuesOf(wide, count, seed + 3, 1).map((value) => 0.1 + Math.abs(value));
  return [
    put(engine, 0, values[0], where[0]),
    put(engine, 1, values[1], where[1]),
    put(engine, 2, values[2], where[2]),
    put(engine, 3, squares, where[3]),
  ];
}

function largestDifference(x: FloatArray, y: FloatArray): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i] - y[i]));
  return largest;
}

const managed: Place = { resident: false, offset: 0, stride: 1 };
const allManaged: Places = [managed, managed, managed, managed];
const allResident: Places = [resident, resident, resident, resident];

describe.each(engines())("optimiser steps (%s)", (_name, engine) => {
  const kernels = stepKernels(engine);

  test("are the plain ones but for rounding", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const expected = operandsOf(engine, each, allManaged);
        step(plainBackend.steps, each, expected);
        const actual = operandsOf(engine, each, each.where);
        step(kernels, each, actual);
        actual.forEach((operand, i) => {
          const got = take(operand, each.count);
          const wanted = take(expected[i], each.count);
          // Parameters of up to 3, steps of up to 2 in them.
          expect(largestDifference(got, wanted)).toBeLessThan(each.wide ? 4e-15 : 1.5e-6);
          expect(guarded(operand, each.count)).toBe(true);
        });
        // The gradient is not changed.
        expect(sameBits(take(actual[1], each.count), valuesOf(each.wide, each.count, each.seed + 1, 1))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("have the same bits wherever the operands lie", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const results = [allManaged, allResident, each.where].map((where) => {
          const operands = operandsOf(engine, each, where);
          step(kernels, each, operands);
          return operands.map((operand) => take(operand, each.count));
        });
        for (const other of results.slice(1)) {
          other.forEach((values, i) => {
            expect(sameBits(values, results[0][i])).toBe(true);
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(names)("of %s go with NaN, infinities and the smallest numbers as the plain ones do", (name) => {
    const each = { ...ordinary, name };
    const make = (values: readonly number[], slot: number): Placed =>
      put(engine, slot, Float32Array.from(values), resident);
    const operands = (): Operands => [
      make([1, 1, 1, Number.POSITIVE_INFINITY, Number.NaN, 1, 1, 1], 0),
      make([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, 1, 1e-30, -1e-30, -0], 1),
      make([1, 1, 1, 1, 1, 1e-30, 1e-30, 0], 2),
      make([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], 3),
    ];
    const expected = operands();
    step(plainBackend.steps, each, expected);
    const wanted = expected.map((operand) => [...take(operand, 8)]);
    const actual = operands();
    step(kernels, each, actual);
    actual.forEach((operand, i) => {
      const close = wanted[i].map((value): unknown => (Number.isFinite(value) ? expect.closeTo(value, 6) : value));
      expect([...take(operand, 8)]).toEqual(close);
    });
  });
});
