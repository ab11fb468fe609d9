import type { Tensor } from "@rushlight/tensor";
import type { TensorMethod } from "./TensorMethod.ts";

/** Views. */
export const viewMethods: Readonly<Record<string, TensorMethod>> = {
  expand: (x, a) => x.expand(a.sizes(0)),
  expandAs: (x, a) => x.expandAs(a.tensor(0)),
  narrow: (x, a) => x.narrow(a.dimension(0), a.index(1), a.number(2)),
  permute: (x, a) => x.permute(a.sizes(0).map((dimension) => dimension - 1)),
  // Torch7 gives a number where a vector is selected from.
  select: (x, a) =>
    x.dim() === 1 ? x.narrow(a.dimension(0), a.index(1), 1).get(0) : x.select(a.dimension(0), a.index(1)),
  squeeze: (x, a) => squeezed(x.squeeze(a.optionalDimension(0))),
  t: (x) => x.t(),
  transpose: (x, a) => x.transpose(a.dimension(0), a.dimension(1)),
  view: (x, a) => x.view(a.sizes(0)),
  viewAs: (x, a) => x.viewAs(a.tensor(0)),
};

/** Torch7 gives a number where a single element is left. */
function squeezed(x: Tensor): number | Tensor {
  return x.dim() === 1 && x.size(0) === 1 ? x.get(0) : x;
}
