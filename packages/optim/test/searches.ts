import type { Tensor } from "@rushlight/tensor";
import type { OptimizerState } from "../src/index.ts";

/** The elements of parameters of any size, in order. */
export const elements = (x: Tensor): number[] => [...x.values()];

/** Σ x². */
export const sphere = (x: Tensor): number => x.dot(x);

/** 100·(x₁ − x₀²)² + (1 − x₀)². */
export function rosenbrock(x: Tensor): number {
  const [a, b] = elements(x);
  return 100 * (b - a * a) ** 2 + (1 - a) ** 2;
}

/** Σ 10⁶ⁱᐟ⁽ⁿ⁻¹⁾·xᵢ²: axes that are 1000 times as long as others. */
export function ellipsoid(x: Tensor): number {
  const all = elements(x);
  return all.reduce((sum, value, i) => sum + 1e6 ** (i / (all.length - 1)) * value * value, 0);
}

/** Lets an evaluation come out otherwise at one time, counted from 1. */
export function at(time: number, result: () => number, otherwise: (x: Tensor) => number): (x: Tensor) => number {
  let count = 0;
  return (x) => {
    count += 1;
    return count === time ? result() : otherwise(x);
  };
}

/** A state as it is after it was kept as text. */
export function throughText(state: OptimizerState): OptimizerState {
  return JSON.parse(JSON.stringify(state)) as OptimizerState;
}
