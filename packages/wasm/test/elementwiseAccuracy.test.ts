import { describe, expect, test } from "vitest";
import { mapKernels } from "../src/elementwise/map.ts";
import { engines } from "./engines.ts";

const BLOCK = 1 << 16;
/** A prime, so that all sizes of numbers come with all kinds of last bits: a million floats. */
const STEP = 4099;

/** The functions with the largest error that they may have, in units in the last place. */
const functions = [
  ["exp", Math.exp, 1.05],
  ["log", Math.log, 0.95],
  ["log1p", Math.log1p, 0.95],
  ["tanh", Math.tanh, 1.95],
  ["sigmoid", (x: number): number => 1 / (1 + Math.exp(-x)), 1.95],
  ["elu", (x: number): number => (x > 0 ? x : Math.expm1(x)), 1.6],
  ["softPlus", (x: number): number => (x > 20 ? x : Math.log1p(Math.exp(x))), 2],
  ["logSigmoid", (x: number): number => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))), 2],
] as const;

/** The distance of neighbouring float32 numbers, in units of which errors are given. */
function unit(value: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(value)));
  return 2 ** (Math.max(exponent, -126) - 23);
}

describe.each(engines())("float32 numbers of all sizes (%s)", (_name, engine) => {
  const kernels = mapKernels(engine);

  test.each(functions)("%s", (name, exactly, most) => {
    const x = new Float32Array(BLOCK);
    const bits = new Uint32Array(x.buffer);
    const y = new Float32Array(BLOCK);
    let worst = 0;
    for (let start = 0; start < 2 ** 32; start += BLOCK * STEP) {
      for (let i = 0; i < BLOCK; i++) bits[i] = start + i * STEP;
      kernels[name](BLOCK, x, 0, 1, y, 0, 1, 1, 20);
      for (let i = 0; i < BLOCK; i++) {
        const expected = exactly(x[i]);
        if (Object.is(y[i], Math.fround(expected))) continue;
        const error = Math.abs(y[i] - expected) / unit(expected);
        // Also where either is not a number.
        if (!(error <= worst)) worst = error;
      }
    }
    expect(worst).toBeLessThan(most);
  });
});
