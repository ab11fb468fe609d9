import type { Tensor } from "@rushlight/tensor";
import type { ParameterLists } from "./ParameterLists.ts";

/**
 * Pairs of a parameter and its gradient, each parameter once: of those that are the same elements of one storage, the
 * first counts.
 */
export function distinctPairs([parameters, gradients]: ParameterLists): [Tensor, Tensor][] {
  const pairs: [Tensor, Tensor][] = [];
  parameters.forEach((parameter, i) => {
    if (!pairs.some(([earlier]) => sameElements(earlier, parameter))) pairs.push([parameter, gradients[i]]);
  });
  return pairs;
}

function sameElements(a: Tensor, b: Tensor): boolean {
  return a.storage() === b.storage() && a.storageOffset() === b.storageOffset() && a.isSameSizeAs(b);
}
