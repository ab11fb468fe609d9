import { ArgumentError, DTypeError, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { checkgrad, NonFiniteLossError } from "../src/index.ts";
import { bowl, f64, near, rosenbrock, spoiled, start } from "./objectives.ts";

test("a right gradient differs little from its estimate, though every evaluation overwrites it", () => {
  const check = checkgrad(rosenbrock(), start(), 1e-6);
  expect(check.difference).toBeLessThan(1e-9);
  expect(check.ok).toBe(true);
  expect(check.gradient.toArray()).toEqual([near(-215.6, 9), near(-88, 9)]);
  expect(check.estimate.toArray()).toEqual([near(-215.6, 6), near(-88, 6)]);
  expect(checkgrad(rosenbrock(), start()).epsilon).toBe(1e-7);
});

test("a wrong gradient is far from its estimate, and the report names the wrong entries", () => {
  const curvatures = tensor(
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    f64,
  );
  const evaluate = (x: Tensor): readonly [number, Tensor] => {
    const [loss, gradient] = bowl(curvatures)(x);
    return [loss, gradient.put([1, 0], 0).put([0, 2], 3.5)];
  };
  const x = zeros([2, 3], f64).fill(1);
  const check = checkgrad(evaluate, x);
  expect(check.ok).toBe(false);
  expect(check.worst(2)).toEqual([
    { index: [1, 0], gradient: 0, estimate: near(4, 6), absolute: near(4, 6), relative: 1 },
    {
      index: [0, 2],
      gradient: 3.5,
      estimate: near(3, 6),
      absolute: near(0.5, 6),
      relative: near(1 / 7, 6),
    },
  ]);
  expect(check.worst()).toHaveLength(6);
  const lines = check.toString(2).split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^gradient check: difference 2\.25e-1, above 0\.00001$/);
  expect(lines[2]).toContain("[1, 0]");
  expect(new Set(lines.slice(1).map((line) => line.length)).size).toBe(1);
  expect(() => check.worst(-1)).toThrow(ArgumentError);
});

test("two gradients that are 0 do not differ", () => {
  const check = checkgrad(() => [1, zeros([2], f64)], start());
  expect([check.difference, check.ok]).toEqual([0, true]);
  expect(check.worst(1)[0].relative).toBe(0);
});

test("float32 parameters are moved farther, and more difference is allowed", () => {
  const x = tensor([-1.2, 1]);
  const before = x.toArray();
  const check = checkgrad(rosenbrock("float32"), x);
  expect(check.epsilon).toBe(5e-3);
  expect(check.difference).toBeLessThan(1e-3);
  expect(check.ok).toBe(true);
  expect(x.toArray()).toEqual(before);
  const halved = (at: Tensor): readonly [number, Tensor] => {
    const [loss, gradient] = rosenbrock("float32")(at);
    return [loss, gradient.mul(0.5)];
  };
  expect(checkgrad(halved, x).ok).toBe(false);
});

test("the parameters are put back to the last bit, also when something is thrown, and where they are strided", () => {
  const strided = tensor(
    [
      [0.1, 0.7],
      [-0, 1 / 3],
    ],
    f64,
  ).t();
  const before = [...strided.values()];
  checkgrad(bowl(zeros([2, 2], f64).fill(3)), strided, 0.1);
  expect([...strided.values()]).toEqual(before);
  const stop = (): never => {
    throw new Error("no data");
  };
  for (const at of [1, 2, 3, 5]) {
    expect(() => checkgrad(spoiled(bowl(zeros([2, 2], f64).fill(3)), at, stop), strided, 0.1)).toThrow("no data");
    expect([...strided.values()]).toEqual(before);
  }
  expect(() =>
    checkgrad(
      spoiled(bowl(zeros([2, 2], f64).fill(3)), 4, ([, g]) => [Infinity, g] as const),
      strided,
    ),
  ).toThrow(NonFiniteLossError);
  expect([...strided.values()]).toEqual(before);
});

test("an epsilon that makes no sense, or moves nothing, is refused, and so are parameters that are no floats", () => {
  expect(() => checkgrad(rosenbrock(), start(), 0)).toThrow("a number above 0 as epsilon, got 0");
  expect(() => checkgrad(rosenbrock(), start(), Number.NaN)).toThrow(ArgumentError);
  const far = tensor([1e12, 1], f64);
  expect(() => checkgrad(bowl(zeros([2], f64).fill(1)), far)).toThrow(
    "an epsilon that moves the parameter at [0], 1000000000000",
  );
  expect(far.toArray()).toEqual([1e12, 1]);
  expect(() => checkgrad(rosenbrock(), zeros([2], { dtype: "int32" }))).toThrow(DTypeError);
});
