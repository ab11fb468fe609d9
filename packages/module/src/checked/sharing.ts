import type { Storage, Tensor } from "@rushlight/tensor";
import type { AnyModule } from "../module/Module.ts";
import { CheckedModeError } from "./CheckedModeError.ts";
import { fieldName, ownPairs } from "./parameterNames.ts";

/** The modules that had a parameter in a storage when they last ran backward; some may have moved on. */
const users = new WeakMap<Storage, Set<WeakRef<AnyModule>>>();
const references = new WeakMap<AnyModule, WeakRef<AnyModule>>();

/**
 * Checks that every module that shares a parameter of this one shares its gradient too.
 *
 * @throws CheckedModeError naming the parameter and both modules
 */
export function checkSharing(module: AnyModule): void {
  const reference = references.get(module) ?? new WeakRef(module);
  references.set(module, reference);
  for (const [parameter, gradient] of ownPairs(module)) {
    const known = users.get(parameter.storage()) ?? new Set();
    users.set(parameter.storage(), known.add(reference));
    for (const user of known) {
      const other = user.deref();
      if (other === undefined) known.delete(user);
      else checkPair(module, parameter, gradient, other);
    }
  }
}

function checkPair(module: AnyModule, parameter: Tensor, gradient: Tensor, other: AnyModule): void {
  if (other === module) return;
  for (const [theirs, theirGradient] of ownPairs(other)) {
    if (!overlap(parameter, theirs) || overlap(gradient, theirGradient)) continue;
    const [name, gradientName] = [fieldName(module, parameter), fieldName(module, gradient)];
    throw new CheckedModeError(
      "sharing",
      `${module.describe()}: expected ${gradientName} to be shared as ${name} is, which ${other.describe()} has too, got a ${gradientName} of its own; share("${name}", "${gradientName}") shares both`,
    );
  }
}

function overlap(a: Tensor, b: Tensor): boolean {
  if (a.storage() !== b.storage()) return false;
  return a.storageOffset() <= lastPlace(b) && b.storageOffset() <= lastPlace(a);
}

function lastPlace(tensor: Tensor): number {
  return tensor.size().reduce((place, extent, d) => place + (extent - 1) * tensor.stride(d), tensor.storageOffset());
}
