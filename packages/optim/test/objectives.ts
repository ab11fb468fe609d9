import { type FloatDType, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect } from "vitest";
import type { OptimizerState } from "../src/index.ts";

export const f64 = { dtype: "float64" } as const;

/** Rosenbrock's function of two parameters, with the gradient in one buffer that every evaluation overwrites. */
export function rosenbrock(dtype: FloatDType = "float64"): (x: Tensor) => readonly [number, Tensor] {
  const gradient = zeros([2], { dtype });
  return (x) => {
    const [a, b] = [x.get(0), x.get(1)];
    const rise = b - a * a;
    gradient.put([0], -400 * a * rise - 2 * (1 - a)).put([1], 200 * rise);
    return [100 * rise * rise + (1 - a) ** 2, gradient];
  };
}

/** ½·Σ cᵢ·xᵢ² for any size, with the gradient in one buffer. */
export function bowl(curvatures: Tensor): (x: Tensor) => readonly [number, Tensor] {
  const gradient = curvatures.clone();
  return (x) => {
    gradient.copy(x).cmul(curvatures);
    return [0.5 * gradient.dot(x), gradient];
  };
}

/** An evaluation that gives something else at one of its calls, counted from 1. */
export function spoiled<T>(evaluate: (x: Tensor) => T, at: number, instead: (good: T) => T): (x: Tensor) => T {
  let calls = 0;
  return (x) => {
    calls += 1;
    const good = evaluate(x);
    return calls === at ? instead(good) : good;
  };
}

/** What `toEqual` takes for a number that is close to this one. */
export function near(value: number, digits: number): unknown {
  return expect.closeTo(value, digits);
}

/** What is left of a state that was written and read. */
export function throughText(state: OptimizerState): OptimizerState {
  return JSON.parse(JSON.stringify(state)) as OptimizerState;
}

/** Where Rosenbrock's function is usually begun. */
export const start = (): Tensor => tensor([-1.2, 1], f64);
