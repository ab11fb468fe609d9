import {
  ArgumentError,
  DTypeError,
  ShapeError,
  storageAllocations,
  type Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CG, cg, NonFiniteLossError } from "../src/index.ts";
import { bowl, f64, near, rosenbrock, spoiled, start, throughText } from "./objectives.ts";

test("it finds the minimum of Rosenbrock's function", () => {
  const x = start();
  const { losses, x: same } = cg(rosenbrock(), x, { maxEval: 300 });
  expect(same).toBe(x);
  expect(losses[0]).toBeCloseTo(24.2, 12);
  expect(Math.abs(x.get(0) - 1)).toBeLessThan(1e-6);
  expect(losses.every((loss, i) => i === 0 || loss < losses[i - 1])).toBe(true);
});

test("a quadratic of dimension n takes about n line searches", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1, max: 20, noNaN: true }), { minLength: 1, maxLength: 6 }), (curvatures) => {
      const x = zeros([curvatures.length], f64).fill(1);
      // A curvature condition that only the exact minimum of a line satisfies.
      const config = { sig: 1e-9, maxIter: 50, maxEval: 1000, retrySteepestDescent: true };
      const { losses } = cg(bowl(tensor(curvatures, f64)), x, config);
      expect(losses[Math.min(curvatures.length + 1, losses.length - 1)]).toBeLessThan(1e-10 * losses[0] + 1e-14);
    }),
  );
});

test("it stops when as many evaluations as allowed have been made, counting from the first", () => {
  let calls = 0;
  const evaluate = rosenbrock();
  const counted = (x: Tensor): readonly [number, Tensor] => {
    calls += 1;
    return evaluate(x);
  };
  const { evaluations } = cg(counted, start(), { maxIter: 20, maxEval: 9 });
  expect(evaluations).toBe(calls);
  expect(evaluations).toBe(9);
  expect(cg(evaluate, start(), { maxEval: 1 })).toMatchObject({ evaluations: 1, losses: [near(24.2, 9)] });
});

test("a fraction of an evaluation lets another line search begin, and a line search pass the limit", () => {
  // As in Torch: 1.25·5 = 6.25 evaluations are 7.
  expect(cg(rosenbrock(), start(), { maxIter: 5 }).evaluations).toBe(7);
});

test("a failed line search ends the search unless steepest descent may be tried", () => {
  // With a curvature condition this strict and two trials, line searches fail.
  const config = { sig: 1e-3, maxIter: 3, maxEval: 200 };
  const stopped = cg(rosenbrock(), start(), config);
  const retried = cg(rosenbrock(), start(), { ...config, retrySteepestDescent: true });
  expect(stopped.evaluations).toBeLessThan(200);
  expect(retried.evaluations).toBeGreaterThan(stopped.evaluations);
  expect(retried.losses.length).toBeGreaterThanOrEqual(stopped.losses.length);
});

test("after a failed line search the parameters are at the last accepted point", () => {
  const x = start();
  const { losses } = cg(rosenbrock(), x, { sig: 1e-3, maxIter: 3, maxEval: 200 });
  expect(rosenbrock()(x)[0]).toBe(losses[losses.length - 1]);
});

test("where there is no slope it stays and ends, also when the limit is no whole number", () => {
  for (const maxEval of [25, 6.25]) {
    const x = tensor([1, 1], f64);
    const { evaluations } = cg(rosenbrock(), x, { maxIter: 5, maxEval });
    expect(evaluations).toBeLessThan(10);
    expect(x.toArray()).toEqual([1, 1]);
  }
});

test("a step that rounding makes stand still ends the search, also when the limit is no whole number", () => {
  const x = tensor([0, 1], f64);
  const valley = (): readonly [number, Tensor] => {
    const [a, b] = [x.get(0), x.get(1)];
    return [0.5 * (a * a - 4 * a * b + 5 * b * b) - a - b, tensor([a - 2 * b - 1, 5 * b - 2 * a - 1], f64)];
  };
  const evaluate = spoiled(valley, 1000, () => {
    throw new Error("still searching");
  });
  const { losses } = cg(evaluate, x, { maxIter: 30 });
  expect(losses[losses.length - 1]).toBeCloseTo(-5, 9);
});

test("a loss that is not finite says at which evaluation, and puts the parameters back to the last accepted point", () => {
  const whole = start();
  const { losses } = cg(rosenbrock(), whole, { maxEval: 12 });
  for (const bad of [Number.NaN, Infinity, -Infinity]) {
    const x = start();
    const evaluate = spoiled(rosenbrock(), 12, ([, g]) => [bad, g] as const);
    const run = (): unknown => cg(evaluate, x, { maxEval: 40 });
    expect(run).toThrow(NonFiniteLossError);
    expect(losses).toContain(rosenbrock()(x)[0]);
    expect(rosenbrock()(x)[0]).toBeLessThan(24);
  }
  const x = start();
  expect(() =>
    cg(
      spoiled(rosenbrock(), 3, ([, g]) => [Number.NaN, g] as const),
      x,
    ),
  ).toThrow("cg: expected a finite loss, got NaN at evaluation 3");
  expect(x.toArray()).toEqual([-1.2, 1]);
});

test("an error of the evaluation, or a gradient that makes no sense, puts the parameters back, and another call works", () => {
  const spoilers = [
    () => {
      throw new Error("no data");
    },
    () => [1, zeros([3], f64)] as const,
    () => [1, zeros(2)] as const,
    () => [1, tensor([Number.NaN, 0], f64)] as const,
    () => [1, tensor([Infinity, -Infinity], f64)] as const,
  ];
  const messages = ["no data", "size [2], got [3]", "float32", "finite gradient", "finite gradient"];
  for (const [i, spoiler] of spoilers.entries()) {
    const x = start();
    const state = {};
    expect(() => cg(spoiled(rosenbrock(), 2, spoiler), x, {}, state)).toThrow(messages[i]);
    expect(x.toArray()).toEqual([-1.2, 1]);
    const fresh = start();
    cg(rosenbrock(), fresh, {}, {});
    cg(rosenbrock(), x, {}, state);
    expect(x.toArray()).toEqual(fresh.toArray());
  }
});

test("parameters of any size and layout, and in float32, are searched alike", () => {
  const curvatures = tensor(
    [
      [1, 5],
      [2, 9],
    ],
    f64,
  );
  const dense = zeros([2, 2], f64).fill(1);
  const strided = zeros([2, 3], f64).fill(1).t().narrow(0, 0, 2);
  const expected = cg(bowl(curvatures), dense, { maxIter: 10 });
  const { losses: found } = cg(bowl(curvatures), strided, { maxIter: 10 });
  expect(found).toEqual(expected.losses.map((loss) => near(loss, 12)));
  expect(strided.dist(dense)).toBeLessThan(1e-12);
  const single = zeros([2, 2]).fill(1);
  const { losses } = cg(bowl(zeros([2, 2]).copy(curvatures)), single, { maxIter: 20, maxEval: 60 });
  expect(losses[losses.length - 1]).toBeLessThan(1e-6);
});

test("settings and states that make no sense are refused before anything is evaluated", () => {
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  const refused: readonly (readonly [object, string])[] = [
    [{ maxiter: 3 }, 'got "maxiter"'],
    [{ rho: 1 }, "a number from 0 to below 1 as rho, got 1"],
    [{ int: 0.6 }, "a number from 0 to 0.5 as int, got 0.6"],
    [{ ext: 1 }, "a number above 1 as ext, got 1"],
    [{ maxIter: 2.5 }, "a whole number from 1 up as maxIter, got 2.5"],
    [{ maxEval: 0 }, "a number above 0 as maxEval, got 0"],
    [{ retrySteepestDescent: 1 }, "true or false as retrySteepestDescent, got 1"],
  ];
  for (const [config, message] of refused) {
    expect(() => cg(evaluate, start(), config)).toThrow(ArgumentError);
    expect(() => cg(evaluate, start(), config)).toThrow(message);
    expect(() => new CG(start(), config)).toThrow(message);
  }
  expect(() => cg(evaluate, zeros([2], { dtype: "int32" }))).toThrow(DTypeError);
  const other: object = { dfdx: zeros([2], f64) };
  expect(() => cg(evaluate, start(), {}, other)).toThrow('a state with funcEval, got "dfdx"');
});

test("the class does what the function does, and its state goes through text", () => {
  const [x, y] = [start(), start()];
  const optimizer = new CG(x, { maxIter: 5 });
  const state = {};
  for (let call = 0; call < 3; call++) {
    expect(optimizer.step(rosenbrock()).losses).toEqual(cg(rosenbrock(), y, { maxIter: 5 }, state).losses);
  }
  expect(state).toEqual({ funcEval: 21 });
  expect(new CG(x, { maxIter: 5 }).load(throughText(optimizer.state())).state()).toEqual(optimizer.state());
  expect(() => optimizer.load({ optimizer: "sgd", parts: [{}] })).toThrow('a state of cg, got one of "sgd"');
});

test("a gradient of another size is a ShapeError that names both", () => {
  expect(() => cg(() => [1, zeros([1], f64)], start())).toThrow(ShapeError);
});

test("from the second call on no memory is taken", () => {
  const x = start();
  const evaluate = rosenbrock();
  cg(evaluate, x, { maxIter: 3 });
  const before = storageAllocations();
  for (let call = 0; call < 5; call++) cg(evaluate, x, { maxIter: 3, retrySteepestDescent: true });
  expect(storageAllocations()).toBe(before);
});
