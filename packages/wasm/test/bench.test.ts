import { expect, test } from "vitest";
import { multiplyAddLoop, OPERATIONS_PER_ITERATION } from "../src/bench/index.ts";
import { detectFeatures, type Instructions } from "../src/index.ts";
import "./engines.ts";

const instructions: Instructions[] = detectFeatures().relaxedSimd ? ["simd", "relaxed"] : ["simd"];

test.each(instructions)("the multiply-add loop of %s computes its twelve sums", (each) => {
  const loop = multiplyAddLoop(each);
  const first = Array.from({ length: OPERATIONS_PER_ITERATION / 8 }, (_, i) => i + 1);
  const sumAfter = (iterations: number): number =>
    first.reduce((total, start) => {
      let sum = start;
      for (let i = 0; i < iterations; i++) sum = sum * 0.999 + 0.001;
      return total + sum;
    }, 0);
  for (const iterations of [0, 1, 10]) expect(loop(iterations)).toBeCloseTo(sumAfter(iterations), 3);
});
