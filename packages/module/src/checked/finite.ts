import type { Tensor } from "@rushlight/tensor";
import { type Activation, isTable } from "../activation/Activation.ts";

/**
 * Where the first NaN or infinity of an activation is, as messages name it: `output[3, 0] is NaN`; undefined when all of
 * it is finite.
 */
export function firstNotFinite(name: string, activation: Activation): string | undefined {
  if (!isTable(activation)) return activation.isFloat() ? firstInTensor(name, activation) : undefined;
  for (const [i, part] of activation.entries()) {
    const found = firstNotFinite(`${name}[${i}]`, part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstInTensor(name: string, tensor: Tensor): string | undefined {
  const elements = tensor.toTypedArray();
  const position = elements.findIndex((element) => !Number.isFinite(element));
  if (position < 0) return undefined;
  return `${name}[${indexOf(position, tensor.size()).join(", ")}] is ${elements[position]}`;
}

/** The index of the element at a position in row-major order. */
function indexOf(position: number, size: readonly number[]): number[] {
  const index = size.map(() => 0);
  let rest = position;
  for (let d = size.length - 1; d >= 0; d--) {
    index[d] = rest % size[d];
    rest = Math.floor(rest / size[d]);
  }
  return index;
}
