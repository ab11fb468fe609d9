import { ArgumentError, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import type { AnyCriterion } from "./checks.ts";
import { dense } from "./dense.ts";
import { type Places, placesOf } from "./places.ts";

/** Which of two cases holds, for each sample: 1 or −1, in a tensor of any dtype, or one number for a single sample. */
export type Signs = Tensor | number;

/**
 * Checks targets of 1 and −1 and says where they are.
 *
 * @param samples how many there must be
 * @param memory for a copy of those that do not lie side by side
 * @throws ShapeError for another number of them
 * @throws ArgumentError for other values, naming the position
 */
export function signsOf(criterion: AnyCriterion, target: Signs, samples: number, memory: Tensor): Places {
  const name = criterion.constructor.name;
  if ((typeof target === "number" ? 1 : target.nElement()) !== samples) {
    const came = typeof target === "number" ? "one number" : formatSize(target.size());
    throw new ShapeError(`${name}: expected ${samples} targets, got ${came}`);
  }
  const places = placesOf(typeof target === "number" || target.dim() === 1 ? target : dense(target, memory));
  const { elements, offset, stride } = places;
  for (let i = 0; i < samples; i++) {
    const sign = elements[offset + i * stride];
    if (sign !== 1 && sign !== -1) {
      throw new ArgumentError(`${name}: expected targets 1 or -1, got ${sign} in row ${i}`);
    }
  }
  return places;
}
