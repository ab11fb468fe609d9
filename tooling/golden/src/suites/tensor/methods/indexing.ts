import type { Tensor } from "@rushlight/tensor";
import { oneBased } from "../../../mapping/indices.ts";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";
import type { TensorMethod } from "./TensorMethod.ts";

/** Reading and writing by indices and masks. */
export const indexingMethods: Readonly<Record<string, TensorMethod>> = {
  gather: (x, a) => x.gather(a.dimension(0), indicesOf(a)),
  index: (x, a) => x.index(a.dimension(0), indicesOf(a)),
  indexAdd: (x, a) => x.indexAdd(a.dimension(0), indicesOf(a), a.tensor(2)),
  indexCopy: (x, a) => x.indexCopy(a.dimension(0), indicesOf(a), a.tensor(2)),
  indexFill: (x, a) => x.indexFill(a.dimension(0), indicesOf(a), a.number(2)),
  maskedCopy: (x, a) => x.maskedCopy(maskOf(a), a.tensor(1)),
  maskedFill: (x, a) => x.maskedFill(maskOf(a), a.number(1)),
  maskedSelect: (x, a) => x.maskedSelect(maskOf(a)),
  nonzero: (x) => oneBased(x.nonzero()),
  scatter: (x, a) => x.scatter(a.dimension(0), indicesOf(a), a.isTensor(2) ? a.tensor(2) : a.number(2)),
  scatterAdd: (x, a) => x.scatterAdd(a.dimension(0), indicesOf(a), a.tensor(2)),
};

function indicesOf(a: LuaArguments): Tensor<"int32"> {
  return a.indices(1).to("int32");
}

function maskOf(a: LuaArguments): Tensor<"uint8"> {
  return a.tensor(0).to("uint8");
}
