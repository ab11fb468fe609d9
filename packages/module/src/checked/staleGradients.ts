import type { Storage, Tensor } from "@rushlight/tensor";
import type { AnyModule } from "../module/Module.ts";
import { CheckedModeError } from "./CheckedModeError.ts";
import { fieldName, ownPairs } from "./parameterNames.ts";
import { Snapshot } from "./Snapshot.ts";

/** What is known of a gradient since something was last added to it. */
interface Accumulation {
  /** The parameter then. */
  readonly parameter: Snapshot;
  /** Whether the parameter has moved since. */
  moved: boolean;
}

/** By the place of the gradient, so that modules which share it know of each other. */
const accumulations = new WeakMap<Storage, Map<number, Accumulation>>();

/** Looks, before a forward, which parameters have moved since their gradients were last added to. */
export function noteSteps(module: AnyModule): void {
  for (const [parameter, gradient] of ownPairs(module)) {
    const accumulation = accumulations.get(gradient.storage())?.get(gradient.storageOffset());
    if (accumulation !== undefined && !accumulation.parameter.matches(parameter)) accumulation.moved = true;
  }
}

/**
 * Checks, before a backward, that no gradient of the step before is still there.
 *
 * @throws CheckedModeError naming the gradient
 */
export function checkGradientsZeroed(module: AnyModule): void {
  for (const [, gradient] of ownPairs(module)) {
    const accumulation = accumulations.get(gradient.storage())?.get(gradient.storageOffset());
    if (accumulation?.moved !== true || isZero(gradient)) continue;
    throw new CheckedModeError(
      "staleGradients",
      `${module.describe()}: expected ${fieldName(module, gradient)} to be zero at the first backward after a step, got what the step before left; call zeroGradParameters() or gradParameters.zero() before each step`,
    );
  }
}

/** Remembers, after a backward, for which parameters the gradients are. */
export function noteAccumulation(module: AnyModule): void {
  for (const [parameter, gradient] of ownPairs(module)) {
    const places = accumulations.get(gradient.storage()) ?? new Map<number, Accumulation>();
    accumulations.set(gradient.storage(), places);
    places.set(gradient.storageOffset(), { parameter: new Snapshot(parameter), moved: false });
  }
}

function isZero(tensor: Tensor): boolean {
  return tensor.toTypedArray().every((element) => element === 0);
}
