import { describe, expect, test } from "vitest";
import {
  type Comparison,
  type MapOperation,
  plainBackend,
  type ReduceOperation,
  type ZipOperation,
} from "../src/index.ts";

const xs = [-2.5, -0.5, 0.25, 0.5, 1.5, 3];
const ys = [0.5, 2, 0.75, -1, 1.5, 0.1];
const [a, b] = [0.5, 2];

const maps: Readonly<Record<MapOperation, (x: number) => number>> = {
  copy: (x) => x,
  fill: () => a,
  neg: (x) => -x,
  abs: Math.abs,
  sign: Math.sign,
  addScalar: (x) => x + a,
  mulScalar: (x) => x * a,
  divScalar: (x) => x / a,
  powScalar: (x) => x ** a,
  scalarMinus: (x) => a - x,
  scalarOver: (x) => a / x,
  scalarPow: (x) => a ** x,
  fmodScalar: (x) => x - a * Math.trunc(x / a),
  remainderScalar: (x) => x - a * Math.floor(x / a),
  clamp: (x) => Math.min(b, Math.max(a, x)),
  threshold: (x) => (x > a ? x : b),
  leakyReLU: (x) => (x > 0 ? x : a * x),
  elu: (x) => (x > 0 ? x : a * (Math.exp(x) - 1)),
  hardShrink: (x) => (Math.abs(x) > a ? x : 0),
  softShrink: (x) => Math.sign(x) * Math.max(Math.abs(x) - a, 0),
  softPlus: (x) => (a * x > b ? x : Math.log(1 + Math.exp(a * x)) / a),
  softSign: (x) => x / (1 + Math.abs(x)),
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  logSigmoid: (x) => -Math.log(1 + Math.exp(-x)),
  floor: Math.floor,
  ceil: Math.ceil,
  round: (x) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5),
  trunc: Math.trunc,
  frac: (x) => x - Math.trunc(x),
};

const zips: Readonly<Record<ZipOperation, (x: number, y: number, z: number) => number>> = {
  add: (x, y) => x + a * y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  pow: (x, y) => x ** y,
  max: Math.max,
  min: Math.min,
  fmod: (x, y) => x % y,
  remainder: (x, y) => x - y * Math.floor(x / y),
  atan2: Math.atan2,
  lerp: (x, y) => x + a * (y - x),
  addMul: (x, y, z) => z + a * x * y,
  addDiv: (x, y, z) => z + (a * x) / y,
  tanhGradient: (x, y) => x * (1 - y * y),
  sigmoidGradient: (x, y) => x * y * (1 - y),
  thresholdGradient: (x, y) => (y > a ? x : 0),
  absGradient: (x, y) => (y < 0 ? -x : x),
  clampGradient: (x, y) => (y > a && y < b ? x : 0),
  leakyReLUGradient: (x, y) => (y > 0 ? x : a * x),
  eluGradient: (x, y) => (y > 0 ? x : x * (y + a)),
  shrinkGradient: (x, y) => (y > a || y < -a ? x : 0),
  softPlusGradient: (x, y) => (a * y > b ? x : (x * (Math.exp(a * y) - 1)) / Math.exp(a * y)),
  softSignGradient: (x, y) => x / (1 + Math.abs(y)) ** 2,
  logSigmoidGradient: (x, y) => x * (1 - 1 / (1 + Math.exp(-y))),
  sqrtGradient: (x, y) => (y === 0 ? 0 : x / (2 * y)),
  powScalarGradient: (x, y) => x * a * y ** (a - 1),
};

const comparisons: Readonly<Record<Comparison, (x: number, y: number) => boolean>> = {
  lt: (x, y) => x < y,
  le: (x, y) => x <= y,
  gt: (x, y) => x > y,
  ge: (x, y) => x >= y,
  eq: (x, y) => x === y,
  ne: (x, y) => x !== y,
};

const reductions: Readonly<Record<ReduceOperation, number>> = {
  sum: 2.25,
  product: -2.5 * -0.5 * 0.25 * 0.5 * 1.5 * 3,
  max: 3,
  min: -2.5,
  argMax: 5,
  argMin: 0,
  sumOfPowers: xs.reduce((total, x) => total + Math.abs(x) ** a, 0),
  sumOfSquaredDifferences: xs.reduce((total, x) => total + (x - a) ** 2, 0),
};

/** The values two apart from position 1 on, with guards before, between and after. */
function spread(values: readonly number[]): Float64Array {
  const array = new Float64Array(values.length * 2 + 1).fill(77);
  values.forEach((value, i) => {
    array[1 + 2 * i] = value;
  });
  return array;
}

function expectClose(actual: Float64Array, expected: Float64Array): void {
  actual.forEach((value, i) => {
    if (Number.isNaN(expected[i])) expect(value).toBeNaN();
    else expect(value).toBeCloseTo(expected[i], 14);
  });
}

const names = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

describe("the plain kernels compute what they say on strided runs and touch nothing else", () => {
  test.each(names(maps))("map %s", (name) => {
    const y = spread(ys);
    plainBackend.map[name](xs.length, spread(xs), 1, 2, y, 1, 2, a, b);
    const expected = spread(xs.map(maps[name]));
    expectClose(y, expected);
  });

  test.each(names(zips))("zip %s", (name) => {
    const z = spread(xs);
    plainBackend.zip[name](xs.length, spread(xs), 1, 2, spread(ys), 1, 2, z, 1, 2, a, b);
    const expected = spread(xs.map((x, i) => zips[name](x, ys[i], x)));
    expectClose(z, expected);
  });

  test.each(names(comparisons))("compare %s", (name) => {
    const mask = new Uint8Array(xs.length * 2 + 1).fill(77);
    const expected = mask.slice();
    plainBackend.compare[name](xs.length, spread(xs), 1, 2, spread(ys), 1, 2, mask, 1, 2, 0, 0);
    xs.forEach((x, i) => {
      expected[1 + 2 * i] = comparisons[name](x, ys[i]) ? 1 : 0;
    });
    expect(mask).toEqual(expected);
    plainBackend.compareScalar[name](xs.length, spread(xs), 1, 2, mask, 1, 2, a, 0);
    xs.forEach((x, i) => {
      expected[1 + 2 * i] = comparisons[name](x, a) ? 1 : 0;
    });
    expect(mask).toEqual(expected);
  });

  test.each(names(reductions))("reduce %s", (name) => {
    expect(plainBackend.reduce[name](xs.length, spread(xs), 1, 2, a)).toBeCloseTo(reductions[name], 14);
  });
});

test("the row kernels give probabilities, their logarithms, and gradients that add up to zero", () => {
  const [outer, size, inner] = [2, 3, 2];
  const x = Float64Array.from({ length: outer * size * inner }, (_, i) => Math.sin(i) * 3);
  const g = x.map((value) => Math.cos(value));
  const { rows } = plainBackend;
  const [soft, log, softGradient, logGradient] = [x.slice(), x.slice(), g.slice(), g.slice()];
  rows.softMax(outer, size, inner, soft, 0, soft, 0);
  rows.logSoftMax(outer, size, inner, x, 0, log, 0);
  rows.softMaxGradient(outer, size, inner, soft, 0, softGradient, 0, softGradient, 0);
  rows.logSoftMaxGradient(outer, size, inner, log, 0, g, 0, logGradient, 0);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const row = Array.from({ length: size }, (_, s) => (o * size + s) * inner + i);
      const total = (values: Float64Array) => row.reduce((sum, at) => sum + values[at], 0);
      expect(total(soft)).toBeCloseTo(1, 14);
      expect(total(softGradient)).toBeCloseTo(0, 14);
      expect(total(logGradient)).toBeCloseTo(0, 14);
      for (const at of row) expect(log[at]).toBeCloseTo(Math.log(soft[at]), 13);
    }
  }
});
