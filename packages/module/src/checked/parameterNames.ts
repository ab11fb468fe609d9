import type { Tensor } from "@rushlight/tensor";
import type { AnyModule } from "../module/Module.ts";

/** The name of the field in which a module has a tensor; `parameter` for one that is in none. */
export function fieldName(module: AnyModule, tensor: Tensor): string {
  return Object.keys(module).find((name) => Reflect.get(module, name) === tensor) ?? "parameter";
}

/** Pairs of a parameter and its gradient that are a module's own, not those of modules inside it. */
export function ownPairs(module: AnyModule): [parameter: Tensor, gradient: Tensor][] {
  const [parameters, gradients] = module.parameters();
  const inside = new Set(module.children().flatMap((child) => child.parameters()[0]));
  return parameters.flatMap((parameter, i): [Tensor, Tensor][] =>
    inside.has(parameter) ? [] : [[parameter, gradients[i]]],
  );
}
