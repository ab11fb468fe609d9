import { ArgumentError, storageAllocations, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { type FistaOptions, fista, NonFiniteLossError, type SmoothPart } from "../src/index.ts";
import { f64, near, spoiled } from "./objectives.ts";

const lambda = 0.5;
const b = [3, -0.2, -2, 0.4];
const curvatures = [1, 4, 0.5, 2];

/** ½·Σ cᵢ·(xᵢ − bᵢ)² with the gradient in one buffer, which it overwrites whether the gradient is wanted or not. */
function smooth(dtype: "float32" | "float64" = "float64"): SmoothPart {
  const [c, centre] = [tensor(curvatures, { dtype }), tensor(b, { dtype })];
  const [gradient, difference] = [zeros([4], { dtype }), zeros([4], { dtype })];
  return (x) => {
    difference.copy(x).add(-1, centre);
    gradient.copy(difference).cmul(c);
    return [0.5 * gradient.dot(difference), gradient];
  };
}

const penalty = (x: Tensor): number => lambda * x.norm(1);
const shrink = (x: Tensor, L: number): void => {
  for (let i = 0; i < x.nElement(); i++) {
    const value = x.get(i);
    x.put([i], Math.sign(value) * Math.max(Math.abs(value) - lambda / L, 0));
  }
};
const minimum = b.map((value, i) => Math.sign(value) * Math.max(Math.abs(value) - lambda / curvatures[i], 0));
const run = (x: Tensor, options?: FistaOptions) => fista(smooth(), penalty, shrink, x, options);
const precise = { errthres: 0, maxiter: 200 };

test("FISTA and ISTA find the minimum, with zeros where the penalty wants them", () => {
  for (const doFistaUpdate of [true, false]) {
    const x = zeros([4], f64);
    const result = run(x, { ...precise, doFistaUpdate });
    expect(result.x).toBe(x);
    expect(x.toArray()).toEqual(minimum.map((value) => near(value, 6)));
  }
});

test("it looks ahead unless told not to", () => {
  const options = { maxiter: 6, errthres: 0 };
  expect(run(zeros([4], f64), options).losses).toEqual(
    run(zeros([4], f64), { ...options, doFistaUpdate: true }).losses,
  );
  expect(run(zeros([4], f64), options).losses).not.toEqual(
    run(zeros([4], f64), { ...options, doFistaUpdate: false }).losses,
  );
});

test("it begins at the parameters: from the minimum there is nowhere to go", () => {
  const x = tensor(minimum, f64);
  const { losses, history } = run(x, { errthres: 1e-12 });
  expect(history).toHaveLength(2);
  expect(losses[1]).toBeCloseTo(losses[0], 12);
  expect(x.toArray()).toEqual(minimum.map((value) => near(value, 9)));
});

test("the history has what Torch's has, and the losses are those at the parameters", () => {
  const x = zeros([4], f64);
  const { history, losses, L } = run(x, { maxiter: 5, errthres: 0 });
  expect(history).toHaveLength(5);
  expect(losses).toEqual(history.map(({ F }) => F));
  for (const { F, Fply, Gply } of history) expect(F).toBe(Fply + Gply);
  expect(history.at(-1)?.Fply).toBe(smooth()(x, false)[0]);
  expect(history.at(-1)?.Gply).toBe(penalty(x));
  expect(L).toBe(history.at(-1)?.L);
  // 0.1·1.5ⁿ is above the curvature from n = 10 on, and often enough a little before.
  expect(L).toBe(
    0.1 * 1.5 ** (history[0].nline - 1) * 1.5 ** history.slice(1).reduce((n, { nline }) => n + nline - 1, 0),
  );
});

test("the search ends when the loss changes by no more than errthres, or after maxiter", () => {
  const { history } = run(zeros([4], f64), { errthres: 0.01 });
  const changes = history.slice(1).map(({ F }, i) => Math.abs(F - history[i].F));
  expect(changes.at(-1)).toBeLessThanOrEqual(0.01);
  expect(changes.slice(0, -1).every((change) => change > 0.01)).toBe(true);
  expect(run(zeros([4], f64), { maxiter: 1 }).history).toHaveLength(1);
});

test("an iteration that finds no step stays where it is", () => {
  for (const doFistaUpdate of [true, false]) {
    const x = tensor([9, 9, 9, 9], f64);
    const { history } = run(x, { L: 1e-3, maxline: 2, maxiter: 1, doFistaUpdate });
    expect(history[0].nline).toBe(3);
    expect(x.toArray()).toEqual([9, 9, 9, 9]);
  }
});

test("the smooth part is told when its gradient is wanted, and evaluations are counted", () => {
  const wants: boolean[] = [];
  const part = smooth();
  const recorded: SmoothPart = (x, wantsGradient) => {
    wants.push(wantsGradient);
    return part(x, wantsGradient);
  };
  const { evaluations } = fista(recorded, penalty, shrink, zeros([4], f64), { L: 8, maxiter: 2, errthres: 0 });
  expect(wants).toEqual([true, false, true, false, true]);
  expect(evaluations).toBe(5);
});

test("a loss that is not finite, an error or a bad gradient leaves the parameters where the last iteration led them", () => {
  const spoilers: readonly (readonly [() => readonly [number, Tensor], string])[] = [
    [() => [Number.NaN, zeros([4], f64)], "fista: expected a finite loss, got NaN at evaluation 5"],
    [() => [1, zeros([3], f64)], "size [4], got [3]"],
    [
      () => {
        throw new Error("no data");
      },
      "no data",
    ],
  ];
  const options = { L: 8, errthres: 0 };
  const expected = zeros([4], f64);
  run(expected, { ...options, maxiter: 1 });
  for (const [spoiler, message] of spoilers) {
    const x = zeros([4], f64);
    const part = smooth();
    expect(() =>
      fista(
        spoiled((at) => part(at, true), 5, spoiler),
        penalty,
        shrink,
        x,
        options,
      ),
    ).toThrow(message);
    expect(x.toArray()).toEqual(expected.toArray());
  }
  const x = zeros([4], f64);
  expect(() => fista(smooth(), () => Infinity, shrink, x)).toThrow(NonFiniteLossError);
  expect(x.toArray()).toEqual([0, 0, 0, 0]);
});

test("strided and float32 parameters are searched alike", () => {
  const strided = zeros([4, 2], f64).select(1, 1);
  run(strided, precise);
  expect(strided.toArray()).toEqual(minimum.map((value) => near(value, 6)));
  const single = zeros(4);
  fista(smooth("float32"), penalty, shrink, single, precise);
  expect(single.toArray()).toEqual(minimum.map((value) => near(value, 2)));
});

test("arguments that make no sense are refused before anything is evaluated", () => {
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  const refused: readonly (readonly [object, string])[] = [
    [{ maxIter: 3 }, 'got "maxIter"'],
    [{ L: 0 }, "a number above 0 as L, got 0"],
    [{ Lstep: 1 }, "a number above 1 as Lstep, got 1"],
    [{ maxline: -1 }, "as maxline, got -1"],
  ];
  for (const [options, message] of refused) {
    expect(() => fista(evaluate, penalty, shrink, zeros([4], f64), options)).toThrow(message);
  }
  const missing: unknown[] = [evaluate, penalty, undefined, zeros([4], f64)];
  expect(() => Reflect.apply(fista, undefined, missing) as unknown).toThrow("a function as proximal, got undefined");
  expect(() => Reflect.apply(fista, undefined, missing) as unknown).toThrow(ArgumentError);
});

test("from the second call on no memory is taken", () => {
  const x = zeros([4], f64);
  const part = smooth();
  fista(part, penalty, shrink, x, { maxiter: 3 });
  const before = storageAllocations();
  fista(part, penalty, shrink, x, { maxiter: 3 });
  expect(storageAllocations()).toBe(before);
});
