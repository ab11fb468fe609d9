import type { Tensor } from "@rushlight/tensor";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";

/** The first argument, which is a number or a tensor. */
export function numberOrTensor(a: LuaArguments): number | Tensor {
  return a.isTensor(0) ? a.tensor(0) : a.number(0);
}
