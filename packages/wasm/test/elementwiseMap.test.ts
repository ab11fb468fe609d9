import { type MapOperation, plainBackend } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MapKernels, mapKernels } from "../src/elementwise/map.ts";
import { allowed, counts, expectClose, expectSame, inputs, outputs, simplest, smallest } from "./elementwise.ts";
import { engines } from "./engines.ts";
import { arrayOf, guarded, put, take, valuesOf } from "./placing.ts";

type Vectorised = keyof MapKernels & MapOperation;

/** The same bits as the plain kernels for all operands. */
const exact = [
  ...(["copy", "neg", "abs", "sign", "remainderScalar", "clamp", "threshold", "hardShrink", "sqrt"] as const),
  ...(["floor", "ceil", "round", "trunc", "frac"] as const),
] as const;
/** The same bits in float64, and in float32 when float32 holds the scalar. */
const withScalar = [
  ...(["addScalar", "mulScalar", "divScalar", "scalarMinus", "scalarOver", "leakyReLU", "softShrink"] as const),
] as const;
const rounded = [
  ...(["powScalar", "rsqrt", "exp", "log", "log1p", "tanh", "sigmoid", "logSigmoid", "elu", "softSign"] as const),
] as const;

const specials = [
  ...[Number.NaN, Infinity, -Infinity, 0, -0, 1, -1, 0.5, -0.5, 2.5, -2.5],
  ...[5e-324, 1e-40, -1e-40, 3e38, 88.8, -104, 710, -746, 8_388_607.5, 0.1],
];
const scalars = fc.constantFrom(0, 1, -1, 2, 3, 0.5, 0.1, -0.7, 1e-50, -1e-50, Infinity, Number.NaN);
const cases = fc.record({
  wide: fc.boolean(),
  count: counts,
  seed: fc.integer(),
  scale: fc.constantFrom(0.01, 1, 5, 100, 1000),
  from: inputs(),
  to: outputs(),
  inPlace: fc.boolean(),
  a: scalars,
  b: scalars,
});
const runs = { numRuns: 150 };

describe.each(engines())("element-wise functions of one operand (%s)", (_name, engine) => {
  const kernels = mapKernels(engine);

  /** Runs a kernel on operands in their places and looks after the guards; gives the operand, the result and the plain one. */
  function run(operation: Vectorised, each: typeof cases extends fc.Arbitrary<infer Case> ? Case : never) {
    const { wide, count, a, b } = each;
    const place = each.inPlace ? each.to : each.from;
    const x = put(engine, 0, valuesOf(wide, count, each.seed, each.scale, specials), place);
    const y = each.inPlace ? x : put(engine, 1, arrayOf(wide, count), each.to);
    const operand = take(x, count);
    kernels[operation](count, x.array, x.offset, x.stride, y.array, y.offset, y.stride, a, b);
    expect(guarded(y, count)).toBe(true);
    const expected = arrayOf(wide, count);
    plainBackend.map[operation](count, operand, 0, 1, expected, 0, 1, a, b);
    return { operand, result: take(y, count), expected };
  }

  test.each(exact)("%s has the bits of the plain one", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { result, expected } = run(operation, each);
        expectSame(result, expected);
      }),
      runs,
    );
  });

  test.each(withScalar)("%s has the bits of the plain one but for the rounding of the scalar", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { operand, result, expected } = run(operation, each);
        const { wide, a } = each;
        if (wide || Object.is(Math.fround(a), a)) expectSame(result, expected);
        else {
          const sum = operation === "addScalar" || operation === "scalarMinus" || operation === "softShrink";
          const magnitude = (i: number): number => (sum ? Math.abs(operand[i]) + Math.abs(a) : Math.abs(expected[i]));
          // A scalar that rounds to 0 makes infinity and NaN of quotients.
          if (sum || Math.fround(a) !== 0) expectClose(result, expected, (i) => 1.3e-7 * magnitude(i) + smallest(wide));
        }
      }),
      runs,
    );
  });

  test.each(rounded)("%s is the plain one up to rounding", (operation) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { result, expected } = run(operation, each);
        // 1 / (1 + e⁻ˣ) drops to 0 where e⁻ˣ overflows.
        const least = operation === "sigmoid" && each.wide ? 1e-308 : 2 * smallest(each.wide);
        expectClose(result, expected, (i) => allowed(each.wide) * Math.abs(expected[i]) + least);
      }),
      runs,
    );
  });

  test("softPlus is the plain one up to rounding", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0.5, 1, 2), (each, a) => {
        const { result, expected } = run("softPlus", { ...each, a, b: 20 });
        expectClose(result, expected, (i) => allowed(each.wide) * Math.abs(expected[i]) + 2 * smallest(each.wide));
      }),
      runs,
    );
  });

  test("fill sets all elements and no others", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const y = put(engine, 0, arrayOf(each.wide, each.count), each.to);
        kernels.fill(each.count, y.array, y.offset, y.stride, y.array, y.offset, y.stride, each.a, 0);
        expect(guarded(y, each.count)).toBe(true);
        expectSame(take(y, each.count), arrayOf(each.wide, each.count).fill(each.a));
      }),
      runs,
    );
    const zeros = put(engine, 0, new Float32Array(99).fill(7), simplest);
    kernels.fill(99, zeros.array, 0, 1, zeros.array, 0, 1, -0, 0);
    expectSame(take(zeros, 99), new Float32Array(99).fill(-0));
  });

  test.each([...exact, ...withScalar, ...rounded, "softPlus"] as const)(
    "%s has the same bits in all places",
    (operation) => {
      fc.assert(
        fc.property(cases, (each) => {
          const { operand, result } = run(operation, each);
          const x = put(engine, 0, operand, simplest);
          const y = put(engine, 1, operand, simplest);
          kernels[operation](each.count, x.array, 0, 1, y.array, 0, 1, each.a, each.b);
          expectSame(result, take(y, each.count));
        }),
        runs,
      );
    },
  );

  test.each([true, false])("at the ends of the numbers (float64 %s)", (wide) => {
    const zeros = [0, -0, Number.NaN];
    const results: [Vectorised, readonly number[], readonly number[]][] = [
      ["exp", [...zeros, Infinity, -Infinity, 1e5, -1e5], [1, 1, Number.NaN, Infinity, 0, Infinity, 0]],
      [
        "log",
        [...zeros, Infinity, -Infinity, 1, -1e-40],
        [-Infinity, -Infinity, Number.NaN, Infinity, Number.NaN, 0, Number.NaN],
      ],
      [
        "log1p",
        [...zeros, Infinity, -1, -1.5, 1e-40],
        [0, -0, Number.NaN, Infinity, -Infinity, Number.NaN, wide ? 1e-40 : Math.fround(1e-40)],
      ],
      ["tanh", [...zeros, Infinity, -Infinity, 30, -30], [0, -0, Number.NaN, 1, -1, 1, -1]],
      ["sigmoid", [...zeros, Infinity, -Infinity, 50, -1e5], [0.5, 0.5, Number.NaN, 1, 0, 1, 0]],
      ["logSigmoid", [Number.NaN, Infinity, -Infinity, 1000, -1e5], [Number.NaN, 0, -Infinity, 0, -1e5]],
      ["softSign", [...zeros, 1, -3], [0, -0, Number.NaN, 0.5, -0.75]],
      ["round", [...zeros, 0.5, -0.5, -0.3, 2.5], [0, -0, Number.NaN, 1, -1, -0, 3]],
      ["sqrt", [...zeros, Infinity, -Infinity, 4, -1], [0, -0, Number.NaN, Infinity, Number.NaN, 2, Number.NaN]],
      [
        "rsqrt",
        [...zeros, Infinity, -Infinity, 4, -1],
        [Infinity, -Infinity, Number.NaN, 0, Number.NaN, 0.5, Number.NaN],
      ],
    ];
    for (const [operation, values, expected] of results) {
      const x = arrayOf(wide, values.length);
      x.set(values);
      kernels[operation](values.length, x, 0, 1, x, 0, 1, 0, 0);
      expect([operation, ...x]).toEqual([operation, ...expected]);
    }
  });

  test("general powers of float32 are those of JavaScript to the last digit but one", () => {
    const bases = [...specials, 2, -2, 3, -8, 1e30, 1e-30, 1.0000001, 7e-46];
    const exponents = [...specials, 3, -3, 2.1, -2.1, 1e9, -1e9, 16_777_215, 1 / 3];
    for (const exponent of exponents) {
      const x = new Float32Array(bases);
      const y = new Float32Array(bases.length);
      kernels.powScalar(x.length, x, 0, 1, y, 0, 1, exponent, 0);
      const expected = new Float32Array(Array.from(x, (value) => value ** exponent));
      expectClose(y, expected, (i) => 1.2e-7 * Math.abs(expected[i]) + smallest(false));
    }
  });

  test("powers with half an exponent are positive and have no square root's -0", () => {
    const x = new Float32Array([-Infinity, -0, 4, -1]);
    kernels.powScalar(4, x, 0, 1, x, 0, 1, 0.5, 0);
    expect([...x]).toEqual([Infinity, 0, 2, Number.NaN]);
  });
});
