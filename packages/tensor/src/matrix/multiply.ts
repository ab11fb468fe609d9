import { backend } from "../backend/current.ts";
import type { MatrixOperand } from "./MatrixOperand.ts";

/** C ← beta·C + alpha·A·B for matrices that operands hold already: `[m, k]`, `[k, n]`, `[m, n]`. */
export function multiply(beta: number, alpha: number, a: MatrixOperand, b: MatrixOperand, c: MatrixOperand): void {
  // Cᵀ = Bᵀ·Aᵀ, and Cᵀ is row-major where C is not.
  const first = c.transposed ? b : a;
  const second = c.transposed ? a : b;
  backend().matrix.gemm(
    first.transposed !== c.transposed,
    second.transposed !== c.transposed,
    c.transposed ? c.columns : c.rows,
    c.transposed ? c.rows : c.columns,
    a.columns,
    alpha,
    first.data,
    first.offset,
    first.leading,
    second.data,
    second.offset,
    second.leading,
    beta,
    c.data,
    c.offset,
    c.leading,
  );
}
