import type { Activation, AnyModule, InputOf } from "@rushlight/module";
import type { Chain, ChainOutput } from "./joints.ts";
import { Sequential } from "./Sequential.ts";

/**
 * A {@link Sequential} of the given modules, whose type checks every joint: each module takes what the one before it
 * gives.
 *
 * @example
 * ```ts
 * import { sequential } from "@rushlight/containers";
 * import { Linear, Tanh } from "@rushlight/layers";
 *
 * const mlp = sequential(new Linear(4, 3), new Tanh(), new Linear(3, 1));
 * console.log(mlp.size()); // 3
 * ```
 */
export function sequential<Modules extends readonly [AnyModule, ...AnyModule[]]>(
  ...modules: Modules & Chain<Modules>
): Sequential<InputOf<Modules[0]>, ChainOutput<Modules, InputOf<Modules[0]>>>;
export function sequential(...modules: readonly AnyModule[]): Sequential<Activation, Activation> {
  const chain = new Sequential();
  for (const module of modules) chain.insert(module);
  return chain;
}
