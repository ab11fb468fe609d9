import { LeftOut } from "../../mapping/LeftOut.ts";
import type { ExpressionRow } from "./ExpressionRow.ts";
import type { TensorFunction } from "./functions/TensorFunction.ts";

/** Decompositions and solvers as functions: all are left out. */
export const decompositionFunctions: Readonly<Record<string, TensorFunction>> = Object.fromEntries(
  [
    "btrifact",
    "btrisolve",
    "eig",
    "gels",
    "geqrf",
    "gesv",
    "inverse",
    "orgqr",
    "ormqr",
    "potrf",
    "potri",
    "potrs",
    "pstrf",
    "qr",
    "svd",
    "symeig",
    "trtrs",
  ].map((name) => [name, (): never => leaveOut(name)]),
);

/** Decompositions and solvers in expressions. */
export const decompositionExpressions: Readonly<Record<string, ExpressionRow>> = Object.fromEntries(
  [
    '(torch.symeig(a,"N"))',
    "torch.qr(a)",
    "(select(2,torch.svd(a)))",
    "torch.gels(a,b) (b m x k ... least squares)",
  ].map((expression) => [expression, { run: (): never => leaveOut(expression) }]),
);

function leaveOut(what: string): never {
  throw new LeftOut(what);
}
