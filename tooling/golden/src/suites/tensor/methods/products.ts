import type { Tensor } from "@rushlight/tensor";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";
import type { TensorMethod } from "./TensorMethod.ts";

/** Products. */
export const productMethods: Readonly<Record<string, TensorMethod>> = {
  addbmm: (x, a) => accumulate(a, (beta, alpha, first, second) => x.addbmm(beta, alpha, first, second)),
  addmm: (x, a) => accumulate(a, (beta, alpha, first, second) => x.addmm(beta, alpha, first, second)),
  addmv: (x, a) => accumulate(a, (beta, alpha, first, second) => x.addmv(beta, alpha, first, second)),
  addr: (x, a) => accumulate(a, (beta, alpha, first, second) => x.addr(beta, alpha, first, second)),
  baddbmm: (x, a) => accumulate(a, (beta, alpha, first, second) => x.baddbmm(beta, alpha, first, second)),
  dot: (x, a) => x.dot(a.tensor(0)),
};

/** Up to two scalars, beta and alpha, before two operands. */
function accumulate(
  a: LuaArguments,
  product: (beta: number, alpha: number, first: Tensor, second: Tensor) => Tensor,
): Tensor {
  if (a.isTensor(0)) return product(1, 1, a.tensor(0), a.tensor(1));
  if (a.isTensor(1)) return product(1, a.number(0), a.tensor(1), a.tensor(2));
  return product(a.number(0), a.number(1), a.tensor(2), a.tensor(3));
}
