import type { AnyCriterion } from "@rushlight/module";
import { ArgumentError, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkTensor } from "./checks.ts";
import { type Places, placesInOrder, placesOf } from "./places.ts";

/** Which of two cases holds, for each sample: 1 or −1, in a tensor of any dtype, or one number for a single sample. */
export type Signs = Tensor | number;

/**
 * Checks targets of 1 and −1 and says where they are.
 *
 * @param samples how many there must be
 * @param memory for a copy of those that do not lie side by side
 * @throws ShapeError for another number of them
 * @throws ArgumentError for other values, naming the position, and for what is no tensor
 */
export function signsOf(criterion: AnyCriterion, target: Signs, samples: number, memory: Tensor): Places {
  const name = criterion.constructor.name;
  if (typeof target !== "number") checkTensor(criterion, "target", target);
  if ((typeof target === "number" ? 1 : target.nElement()) !== samples) {
    const came = typeof target === "number" ? "one number" : formatSize(target.size());
    throw new ShapeError(`${name}: expected ${samples} targets, got ${came}`);
  }
  const places = typeof target === "number" ? placesOf(target) : placesInOrder(target, memory);
  const { elements, offset, stride } = places;
  for (let i = 0; i < samples; i++) {
    const sign = elements[offset + i * stride];
    // One branch, which is always taken: signs in no order would make two cost more than all else.
    if (Math.abs(sign) !== 1) {
      throw new ArgumentError(`${name}: expected targets 1 or -1, got ${sign} in row ${i}`);
    }
  }
  return places;
}

/**
 * Checks targets of 1 and −1, one for each element of an input, and gives them in the input's size and dtype.
 *
 * @param memory for a copy of those that are not so already
 * @throws as {@link signsOf}
 */
export function signsFor(criterion: AnyCriterion, target: Signs, input: Tensor, memory: Tensor): Tensor {
  signsOf(criterion, target, input.nElement(), memory);
  if (typeof target === "number") return memory.resizeAs(input).fill(target);
  const ready = target.dtype === input.dtype && (target.isContiguous() || target.isSameSizeAs(input));
  const signs = ready ? target : memory.resizeAs(target).copy(target);
  return signs.isSameSizeAs(input) ? signs : signs.viewAs(input);
}
