import { dot, ger, mm, mv, ones, range, zeros } from "@rushlight/tensor";
import type { LuaArguments } from "../../mapping/LuaArguments.ts";

/** What a function of Torch7's `torch` gives, computed by ours. */
export type TensorFunction = (args: LuaArguments) => unknown;

/** Functions by Torch7's name. */
export const functions: Readonly<Record<string, TensorFunction>> = {
  dot: (a) => dot(a.tensor(0), a.tensor(1)),
  ger: (a) => ger(a.tensor(0), a.tensor(1)),
  mm: (a) => mm(a.tensor(0), a.tensor(1)),
  mv: (a) => mv(a.tensor(0), a.tensor(1)),
  ones: (a) => ones(a.sizes(0)),
  range: (a) => range(a.number(0), a.number(1), a.optionalNumber(2)),
  zeros: (a) => zeros(a.sizes(0)),

  // Functions of Torch7 that are methods here.
  addcmul: (a) => a.tensor(0).clone().addcmul(a.number(1), a.tensor(2), a.tensor(3)),
  cmax: (a) => a.tensor(0).clone().cmax(a.tensor(1)),
  cmin: (a) => a.tensor(0).clone().cmin(a.tensor(1)),
  squeeze: (a) => a.tensor(0).squeeze(a.optionalDimension(1)),
};
