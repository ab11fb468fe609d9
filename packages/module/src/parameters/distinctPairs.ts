import type { Tensor } from "@rushlight/tensor";

/**
 * Pairs of a parameter and its gradient, each parameter once: of those that are the same elements of one storage, the
 * first counts.
 */
export function distinctPairs([parameters, gradients]: readonly [readonly Tensor[], readonly Tensor[]]): [
  Tensor,
  Tensor,
][] {
  const pairs: [Tensor, Tensor][] = [];
  parameters.forEach((parameter, i) => {
    if (!pairs.some(([earlier]) => sameElements(earlier, parameter))) pairs.push([parameter, gradients[i]]);
  });
  return pairs;
}

function sameElements(a: Tensor, b: Tensor): boolean {
  return a.storage() === b.storage() && a.storageOffset() === b.storageOffset() && a.isSameSizeAs(b);
}
