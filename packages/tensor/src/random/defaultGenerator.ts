import { Generator } from "./Generator.ts";

const shared = new Generator();

/**
 * The generator that functions draw from when they are given none.
 *
 * @example
 * ```ts
 * import { defaultGenerator, manualSeed } from "@rushlight/tensor";
 *
 * manualSeed(0);
 * console.log(defaultGenerator().uniform()); // 0.548813502304256
 * ```
 */
export function defaultGenerator(): Generator {
  return shared;
}

/**
 * Seeds the default generator. Torch's `torch.manualSeed`.
 *
 * @param seed a whole number from 0 up
 * @example
 * ```ts
 * import { manualSeed, rand } from "@rushlight/tensor";
 *
 * manualSeed(0);
 * console.log(rand([2], { dtype: "float64" }).toArray()); // [ 0.548813502304256, 0.5928446163889021 ]
 * ```
 */
export function manualSeed(seed: number): void {
  shared.manualSeed(seed);
}

/**
 * The seed that the default generator began with.
 *
 * @example
 * ```ts
 * import { initialSeed, manualSeed } from "@rushlight/tensor";
 *
 * manualSeed(42);
 * console.log(initialSeed()); // 42
 * ```
 */
export function initialSeed(): number {
  return shared.initialSeed();
}
