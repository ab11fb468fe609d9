import { cat, cross, diag, eye, nonzero, repeatTensor, reshape, trace, tril, triu } from "@rushlight/tensor";
import { oneBased } from "../../../mapping/indices.ts";
import type { TensorFunction } from "./TensorFunction.ts";

/** Parts, joins, indices and matrices. */
export const partFunctions: Readonly<Record<string, TensorFunction>> = {
  cat: (a) => cat([a.tensor(0), a.tensor(1)], a.optionalDimension(2)),
  cross: (a) => cross(a.tensor(0), a.tensor(1), a.optionalDimension(2)),
  diag: (a) => diag(a.tensor(0), a.optionalNumber(1)),
  eye: (a) => eye(a.number(0), a.optionalNumber(1)),
  nonzero: (a) => oneBased(nonzero(a.tensor(0))),
  repeatTensor: (a) => repeatTensor(a.tensor(0), a.sizes(1)),
  reshape: (a) => reshape(a.tensor(0), a.sizes(1)),
  trace: (a) => trace(a.tensor(0)),
  tril: (a) => tril(a.tensor(0), a.optionalNumber(1)),
  triu: (a) => triu(a.tensor(0), a.optionalNumber(1)),
};
