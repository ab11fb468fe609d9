import { type Activation, isTable } from "@rushlight/module";

/**
 * Where an activation has a NaN: the positions in tables that lead to a tensor, then the index of its first NaN.
 * Undefined when there is none.
 */
export function findNaN(activation: Activation): string | undefined {
  if (!isTable(activation)) {
    // A sum is NaN when an element is, but also for ∞ − ∞.
    return Number.isNaN(activation.sum()) ? indexOfNaN(activation.values(), activation.size()) : undefined;
  }
  for (const [position, member] of activation.entries()) {
    const place = findNaN(member);
    if (place !== undefined) return `${position} › ${place}`;
  }
  return undefined;
}

function indexOfNaN(values: Iterable<number>, size: readonly number[]): string | undefined {
  let position = 0;
  for (const value of values) {
    if (Number.isNaN(value)) return `[${indexOf(position, size).join(", ")}]`;
    position += 1;
  }
  return undefined;
}

function indexOf(position: number, size: readonly number[]): number[] {
  const index: number[] = [];
  let rest = position;
  for (const extent of size.toReversed()) {
    index.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return index;
}
