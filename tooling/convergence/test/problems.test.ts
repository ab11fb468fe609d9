import { checkgrad } from "@rushlight/optim";
import { Generator, ones, storageAllocations } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { digits } from "../src/problems/digits.ts";
import { quadratic } from "../src/problems/quadratic.ts";
import { rosenbrock } from "../src/problems/rosenbrock.ts";
import { smallDigits } from "./smallDigits.ts";

const problems = [rosenbrock(), quadratic(), digits(smallDigits())];

test.each(problems)("the gradient of $name is that of its loss", ({ name, start, evaluate }) => {
  const x = start().normal(0, 0.1, { generator: new Generator(3) });
  const { difference } = checkgrad(evaluate, x, name === "digits" ? 0.05 : 1e-5);
  expect(difference).toBeLessThan(name === "digits" ? 1e-3 : 1e-7);
});

test.each(problems)("$name begins above its target, each time at the same place", ({ start, evaluate, target }) => {
  const x = start();
  const [first] = evaluate(x);
  x.fill(7);
  expect(first).toBeGreaterThan(target);
  expect(evaluate(start())[0]).toBe(first);
});

test.each(problems)("evaluating $name takes no memory", ({ start, evaluate }) => {
  const x = start();
  evaluate(x);
  const before = storageAllocations();
  evaluate(x);
  expect(storageAllocations()).toBe(before);
});

test("Rosenbrock's function begins at 24.2 and is 0 at (1, 1)", () => {
  const { start, evaluate } = rosenbrock();
  expect(evaluate(start())[0]).toBeCloseTo(24.2, 12);
  const [loss, gradient] = evaluate(ones([2], { dtype: "float64" }));
  expect([loss, ...gradient.data]).toEqual([0, -0, 0]);
});

test("the quadratic has a condition number of 10⁴, and its axes are not those of the coordinates", () => {
  const { start, evaluate } = quadratic();
  const origin = evaluate(start())[1].clone();
  const times = (v: typeof origin): typeof origin => evaluate(v)[1].clone().csub(origin);
  // Powers of the matrix come to its largest eigenvalue, those of 1000 less the matrix near its smallest.
  const largest = start().normal(0, 1, { generator: new Generator(3) });
  const smallest = largest.clone();
  for (let i = 0; i < 200; i++) {
    largest.copy(times(largest));
    largest.div(largest.norm());
  }
  for (let i = 0; i < 10_000; i++) {
    const image = times(smallest);
    smallest.mul(1000).csub(image);
    smallest.div(smallest.norm());
  }
  expect(times(largest).dot(largest)).toBeCloseTo(1000, 6);
  expect(times(smallest).dot(smallest)).toBeGreaterThan(0.1 - 1e-9);
  expect(times(smallest).dot(smallest)).toBeLessThan(0.3);
  expect(largest.clone().abs().max()).toBeLessThan(0.5);
});

test("the digits have ln 2 as their first loss, and only 3s and 8s count", () => {
  const { start, evaluate, description } = digits(smallDigits());
  expect(evaluate(start())[0]).toBeCloseTo(Math.LN2, 6);
  expect(description).toContain("all 8 training images");
});

test("a loss of digits that are all on the wrong side does not overflow", () => {
  const { start, evaluate } = digits(smallDigits());
  const x = start().fill(-1e4);
  const [loss, gradient] = evaluate(x);
  expect(loss).toBeGreaterThan(1e4);
  expect(Number.isFinite(loss)).toBe(true);
  expect(gradient.data.every(Number.isFinite)).toBe(true);
});
