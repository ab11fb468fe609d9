import type { Part, Tensor } from "@rushlight/tensor";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";
import type { TensorMethod } from "./TensorMethod.ts";

/** Parts, repetitions and joins. */
export const partMethods: Readonly<Record<string, TensorMethod>> = {
  chunk: (x, a) => x.chunk(a.number(0), a.optionalDimension(1)),
  repeatTensor: (x, a) => x.repeatTensor(a.sizes(0)),
  reshape: (x, a) => x.reshape(a.sizes(0)),
  split: (x, a) => x.split(a.number(0), a.optionalDimension(1)),
  sub: (x, a) => x.slice(...rangesOf(x, a)),
  unfold: (x, a) => x.unfold(a.dimension(0), a.number(1), a.number(2)),
};

/** The ranges of `sub`, first and last element of each dimension, both included. */
function rangesOf(x: Tensor, a: LuaArguments): Part[] {
  const ranges: Part[] = [];
  for (let i = 0; a.has(2 * i); i++) {
    const last = a.number(2 * i + 1);
    ranges.push([a.index(2 * i), last < 0 ? x.size(i) + last + 1 : last]);
  }
  return ranges;
}
