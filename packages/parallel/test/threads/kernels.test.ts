import "./relaxedSimd.ts";
import { detectFeatures, type Instructions } from "@rushlight/wasm";
import type { KernelName } from "@rushlight/wasm/threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ForkedPool, forkedPool } from "./forkedPool.ts";
import { type Fields, fieldsOf, fill, operandsFor } from "./kernelJobs.ts";

const ROUNDS = 10;
const UNDIVIDED = /^(reduce_find|reduce_gather|multiply_add_loop)/;

/** Whole numbers that look random and are the same in each run. */
function drawer(seed: number): (least: number, most: number) => number {
  let state = seed >>> 0;
  return (least, most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
}

const variants: Instructions[] = detectFeatures().relaxedSimd ? ["simd", "relaxed"] : ["simd"];

describe.each(variants)("kernels that are divided among four threads (%s)", (instructions) => {
  let started: ForkedPool;
  let fields: Fields;

  beforeAll(async () => {
    started = await forkedPool({ threads: 4, instructions });
    fields = fieldsOf(started);
  });

  afterAll(async () => {
    await started.pool.close();
    expect(started.failures).toEqual([]);
  });

  test("write the same bytes and give the same numbers as undivided ones, all of them", () => {
    const { single, forked, fork } = started;
    const names = Object.keys(single).filter((name): name is KernelName => !UNDIVIDED.test(name));
    expect(names.length).toBeGreaterThan(190);
    const divided = new Set<string>();
    const { begin } = fork;
    let current = "";
    fork.begin = (number) => {
      divided.add(current);
      begin.call(fork, number);
    };
    for (const name of names) {
      current = name;
      const wide = name.endsWith("_f64");
      const short = name.replace(/_f(32|64)$/, "");
      for (let round = 0; round < ROUNDS; round++) {
        const seed = round * 1009 + name.length;
        fill(fields, wide, seed);
        const operands = operandsFor(short, fields, drawer(seed));
        const before = fields.bytes.slice();
        const expected = single[name](...operands);
        const written = fields.bytes.slice();
        fields.bytes.set(before);
        const actual = forked[name](...operands);
        if (/^reduce_(max|min)/.test(name)) expect(actual, name).toBe(expected);
        const same = Buffer.compare(fields.bytes, written) === 0;
        if (!same) expect.fail(`${name} writes other bytes with the operands ${operands.join(", ")}`);
      }
    }
    expect(names.filter((name) => !divided.has(name))).toEqual([]);
  }, 60_000);

  test("take the first of equal extremes, and NaN wherever it is", () => {
    const { forked } = started;
    const x = fields.float32.subarray(0, 5000).fill(-0);
    x[3000] = 0;
    expect(forked.reduce_max_f32(5000, fields.a)).toBe(-0);
    expect(forked.reduce_min_f32(5000, fields.a)).toBe(-0);
    x[0] = 0;
    expect(forked.reduce_max_f32(5000, fields.a)).toBe(0);
    x[4500] = Number.NaN;
    expect(forked.reduce_max_f32(5000, fields.a)).toBeNaN();
    x.fill(Number.NEGATIVE_INFINITY);
    expect(forked.reduce_max_f32(5000, fields.a)).toBe(Number.NEGATIVE_INFINITY);
  });
});
