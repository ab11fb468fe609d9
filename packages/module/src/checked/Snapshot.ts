import { fromMessage, type TensorMessage } from "@rushlight/tensor";
import { type Activation, isTable } from "../activation/Activation.ts";
import { flattened } from "../activation/nested.ts";

type Part = TensorMessage | readonly Part[];

/** The elements of an activation at one time. */
export class Snapshot {
  private readonly part: Part;

  constructor(activation: Activation) {
    this.part = partOf(activation);
  }

  /** True when an activation has the same nesting, dtypes, sizes and elements; NaN equals NaN. */
  matches(activation: Activation): boolean {
    return matches(this.part, activation);
  }

  /** True when an activation has the same nesting, dtypes and sizes. */
  fits(activation: Activation): boolean {
    return matches(this.part, activation, false);
  }

  /** A new activation with these elements. */
  restore(): Activation {
    return restored(this.part);
  }

  /** Writes the elements into an activation of the same nesting and sizes. */
  writeTo(activation: Activation): void {
    const sources = flattened(this.restore());
    for (const [i, target] of flattened(activation).entries()) target.copy(sources[i]);
  }
}

function partOf(activation: Activation): Part {
  if (isTable(activation)) return activation.map(partOf);
  return { dtype: activation.dtype, size: activation.size().slice(), data: activation.toTypedArray() };
}

function restored(part: Part): Activation {
  return isParts(part) ? part.map(restored) : fromMessage({ ...part, data: part.data.slice() });
}

function matches(part: Part, activation: Activation, elements = true): boolean {
  if (isParts(part)) {
    return (
      isTable(activation) &&
      activation.length === part.length &&
      part.every((inner, i) => matches(inner, activation[i], elements))
    );
  }
  if (isTable(activation) || activation.dtype !== part.dtype || !sameNumbers(activation.size(), part.size))
    return false;
  return !elements || sameNumbers(activation.toTypedArray(), part.data);
}

function isParts(part: Part): part is readonly Part[] {
  return Array.isArray(part);
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && !(Number.isNaN(a[i]) && Number.isNaN(b[i]))) return false;
  }
  return true;
}
