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
import {
  type InterpolationPoint,
  type LineSearchOptions,
  lswolfe,
  NonFiniteLossError,
  polyinterp,
} from "../src/index.ts";
import { bowl, f64, near, rosenbrock, spoiled, start } from "./objectives.ts";

type Evaluate = (x: Tensor) => readonly [number, Tensor];

/** A function of one number on a line. */
function along(f: (t: number) => number, slope: (t: number) => number): Evaluate {
  const gradient = zeros([1], f64);
  return (x) => [f(x.get(0)), gradient.put([0], slope(x.get(0)))];
}

function search(evaluate: Evaluate, x: Tensor, t: number, options?: LineSearchOptions) {
  const [f, live] = evaluate(x);
  const g = live.clone();
  const d = g.clone().mul(-1);
  const gtd = g.dot(d);
  return { f0: f, gtd, ...lswolfe(evaluate, x, t, d, f, live, gtd, options) };
}

test("it ends at a point with both strong Wolfe conditions, however long the first step", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: -1, max: 3, noNaN: true }),
      fc.double({ min: -6, max: 1, noNaN: true }),
      (a, b, exponent) => {
        const x: Tensor = tensor([a, b], f64);
        const begin = x.clone();
        const evaluate = rosenbrock();
        fc.pre(evaluate(x)[1].norm() > 1e-2);
        const d = evaluate(x)[1].clone().mul(-1);
        const { f0, gtd, f, g, t, x: end } = search(evaluate, x, 10 ** exponent, { c2: 0.5, maxIter: 60 });
        expect(end).toBe(x);
        expect(x.toArray()).toEqual(begin.clone().add(t, d).toArray());
        expect(f).toBe(evaluate(x)[0]);
        expect(f).toBeLessThanOrEqual(f0 + 1e-4 * t * gtd);
        expect(Math.abs(g.dot(d))).toBeLessThanOrEqual(-0.5 * gtd);
      },
    ),
  );
});

test("a first step that does is taken, with one evaluation", () => {
  const { t, evaluations } = search(bowl(tensor([1], f64)), tensor([3], f64), 1);
  expect([t, evaluations]).toEqual([1, 1]);
});

test("short steps are prolonged, ten times at most, and long ones divided", () => {
  const steps: number[] = [];
  const evaluate = bowl(tensor([1], f64));
  const recorded: Evaluate = (x) => {
    steps.push(x.get(0));
    return evaluate(x);
  };
  search(recorded, tensor([1], f64), 0.001);
  expect(steps.slice(1, 4)).toEqual([0.999, 0.99, 0.9].map((step) => near(step, 9)));
  const { t } = search(evaluate, tensor([1], f64), 100);
  expect(t).toBeGreaterThan(0);
  expect(t).toBeLessThan(2);
});

test("without such a point it ends after maxIter steps at the lowest of the last bracket", () => {
  // It goes down for ever: every longer step is taken.
  const slope = along(
    (t) => -t,
    () => -1,
  );
  const { t, evaluations, f } = search(slope, tensor([0], f64), 1, { maxIter: 3 });
  expect([t, evaluations, f]).toEqual([1000, 4, -1000]);
  // It goes up at once beside the start: no step is left.
  const wall = along(
    (t) => (t > 0 ? 5 : 0),
    (t) => (t > 0 ? 1 : -1),
  );
  const x = tensor([0], f64);
  const stuck = search(wall, x, 1, { maxIter: 5 });
  expect([stuck.t, stuck.f, stuck.evaluations]).toEqual([0, 0, 6]);
  expect(x.toArray()).toEqual([0]);
  expect(stuck.g.toArray()).toEqual([-1]);
});

test("the division of a bracket ends when it is smaller than tolX", () => {
  const wall = along(
    (t) => (t > 0 ? 5 : 0),
    (t) => (t > 0 ? 1 : -1),
  );
  const rough = search(wall, tensor([0], f64), 1, { maxIter: 100, tolX: 0.1 }).evaluations;
  const fine = search(wall, tensor([0], f64), 1, { maxIter: 100, tolX: 1e-6 }).evaluations;
  expect(rough).toBeLessThan(fine);
  expect(fine).toBeLessThan(40);
});

test("a loss that is not finite, or an error, leaves the parameters at the start", () => {
  const x = start();
  const evaluate = spoiled(rosenbrock(), 3, ([, g]) => [Number.NaN, g] as const);
  expect(() => search(evaluate, x, 1)).toThrow(NonFiniteLossError);
  expect(x.toArray()).toEqual([-1.2, 1]);
  const stop = (): never => {
    throw new Error("no data");
  };
  expect(() => search(spoiled(rosenbrock(), 2, stop), x, 1)).toThrow("no data");
  expect(x.toArray()).toEqual([-1.2, 1]);
});

test("arguments that make no sense are refused before anything is evaluated", () => {
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  const [x, d] = [start(), zeros([2], f64).fill(1)];
  expect(() => lswolfe(evaluate, x, 0, d, 1, d, -1)).toThrow("a step length above 0 as t, got 0");
  expect(() => lswolfe(evaluate, x, 1, d, Number.NaN, d, -1)).toThrow("a finite number as f, got NaN");
  expect(() => lswolfe(evaluate, x, 1, d, 1, d, 1)).toThrow("a slope below 0 as gtd, got 1");
  expect(() => lswolfe(evaluate, x, 1, zeros([3], f64), 1, d, -1)).toThrow(ShapeError);
  expect(() => lswolfe(evaluate, x, 1, d, 1, zeros(2), -1)).toThrow(DTypeError);
  expect(() => lswolfe(evaluate, x, 1, d, 1, d, -1, { maxIter: 0 })).toThrow(ArgumentError);
  expect(x.toArray()).toEqual([-1.2, 1]);
});

test("from the second search on no memory is taken", () => {
  const x = start();
  const evaluate = rosenbrock();
  const d = tensor([215.6, 88], f64);
  const run = (): unknown => lswolfe(evaluate, x.copy(begin), 1, d, 24.2, evaluate(x)[1], -d.dot(d));
  const begin = start();
  run();
  const before = storageAllocations();
  run();
  expect(storageAllocations()).toBe(before);
});

const cubic = fc.record({
  a: fc.double({ min: 0.1, max: 5, noNaN: true }),
  low: fc.double({ min: -3, max: 3, noNaN: true }),
  gap: fc.double({ min: 0.5, max: 4, noNaN: true }),
});

/** A point of the cubic whose slope is a·(x − low)·(x − high), with its maximum before its minimum. */
function pointOf(x: number, a: number, high: number, low: number): InterpolationPoint {
  return [x, a * (x ** 3 / 3 - ((low + high) * x * x) / 2 + low * high * x), a * (x - low) * (x - high)];
}

test("the minimum of a cubic is found from any two points around it, with bounds and without", () => {
  fc.assert(
    fc.property(cubic, fc.double({ min: 0.1, max: 0.9, noNaN: true }), ({ a, low, gap }, share) => {
      const top = low - gap;
      const points = [pointOf(low - share * gap, a, top, low), pointOf(low + share * gap, a, top, low)] as const;
      expect(polyinterp(points).position).toBeCloseTo(low, 6);
      expect(polyinterp([points[1], points[0]]).position).toBeCloseTo(low, 6);
      const bounded = polyinterp(points, low - share * gap, low + 10);
      expect(bounded.position).toBeCloseTo(low, 6);
      expect(bounded.value).toBeCloseTo(pointOf(low, a, top, low)[1], 6);
      expect(polyinterp(points, low + 1, low + 2).position).toBe(low + 1);
    }),
  );
});

test("through three points goes a polynomial of fifth order", () => {
  // x⁵/5 − x⁴/4 − x³: the slope x²·(x² − x − 3) has its upper root at (1 + √13)/2 and touches 0 at 0.
  const point = (x: number): InterpolationPoint => {
    return [x, x ** 5 / 5 - x ** 4 / 4 - x ** 3, x ** 4 - x ** 3 - 3 * x * x];
  };
  const { position, value } = polyinterp([point(-1), point(1), point(3)]);
  const root = (1 + Math.sqrt(13)) / 2;
  expect(position).toBeCloseTo(root, 10);
  expect(value).toBeCloseTo(point(root)[1], 9);
});

test("without a minimum between, it is the lowest bound or point, or the middle", () => {
  expect(
    polyinterp([
      [0, 0, -1],
      [1, -1, -1],
    ]),
  ).toEqual({ position: 1, value: -1 });
  expect(
    polyinterp(
      [
        [0, 0, -1],
        [1, -1, -1],
      ],
      -3,
      4,
    ),
  ).toEqual({ position: 4, value: -4 });
  // The cubic has no minimum.
  expect(
    polyinterp([
      [0, 0, 1],
      [2, 1, 1],
    ]).position,
  ).toBe(1);
  const same = polyinterp(
    [
      [1, 0, -1],
      [1, 2, 1],
    ],
    0,
    4,
  );
  expect(same).toEqual({ position: 2, value: Number.NaN });
  expect(polyinterp([[3, 5, -1]])).toEqual({ position: 3, value: 5 });
});

test("points and bounds that make no sense are refused", () => {
  expect(() => polyinterp([])).toThrow("expected points as [place, value, slope]");
  expect(() => polyinterp([[0, Number.NaN, 1]])).toThrow(ArgumentError);
  expect(() => polyinterp([[0, 1, 1]], 2, 1)).toThrow("the lower one first, got 2 and 1");
  expect(() => polyinterp([[0, 1, 1]], -Infinity, 1)).toThrow("finite bounds");
});
