import type { TensorMethod } from "./TensorMethod.ts";

/** Diagonals and triangles. */
export const matrixMethods: Readonly<Record<string, TensorMethod>> = {
  cross: (x, a) => x.cross(a.tensor(0), a.optionalDimension(1)),
  diag: (x, a) => x.diag(a.optionalNumber(0)),
  trace: (x) => x.trace(),
  tril: (x, a) => x.tril(a.optionalNumber(0)),
  triu: (x, a) => x.triu(a.optionalNumber(0)),
};
