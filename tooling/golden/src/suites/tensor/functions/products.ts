import { addbmm, addmm, addmv, addr, baddbmm, bmm, dot, ger, mm, mv, type Tensor } from "@rushlight/tensor";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";
import type { TensorFunction } from "./TensorFunction.ts";

/** Products. */
export const productFunctions: Readonly<Record<string, TensorFunction>> = {
  addbmm: (a) => accumulate(a, addbmm),
  addmm: (a) => accumulate(a, addmm),
  addmv: (a) => accumulate(a, addmv),
  addr: (a) => accumulate(a, addr),
  baddbmm: (a) => accumulate(a, baddbmm),
  bmm: (a) => bmm(a.tensor(0), a.tensor(1)),
  dot: (a) => dot(a.tensor(0), a.tensor(1)),
  ger: (a) => ger(a.tensor(0), a.tensor(1)),
  mm: (a) => mm(a.tensor(0), a.tensor(1)),
  mv: (a) => mv(a.tensor(0), a.tensor(1)),
};

/** A tensor and two factors, with a scalar before the tensor, before the factors, or before both. */
function accumulate(
  a: LuaArguments,
  product: (m: Tensor, first: Tensor, second: Tensor, scalars: { beta: number; alpha: number }) => Tensor,
): Tensor {
  const at = a.isTensor(0) ? 0 : 1;
  const factors = a.isTensor(at + 1) ? at + 1 : at + 2;
  const beta = at === 0 ? 1 : a.number(0);
  const alpha = factors === at + 1 ? 1 : a.number(at + 1);
  return product(a.tensor(at), a.tensor(factors), a.tensor(factors + 1), { beta, alpha });
}
