import type { KernelName } from "@rushlight/wasm/threads";
import { costs } from "./costs.ts";

/**
 * The shortest part that is worth its while, in nanoseconds: several times what it costs to hand parts out and to wait for
 * them while workers look for jobs, so that an operation that is divided in two gains, and none loses.
 */
export const SHORTEST_PART = 2000;

/**
 * From how much work on a part of a kernel's job is worth its while: in elements, or multiply-adds for products.
 *
 * @param shortest the nanoseconds that a part should take at least
 * @throws RangeError for a kernel whose cost is not known
 */
export function leastPerPart(name: KernelName, shortest: number): number {
  const cost = costs[name];
  if (cost === undefined) throw new RangeError(`expected the cost of ${name}, found none`);
  return Math.max(1, (shortest * 1000) / cost);
}
