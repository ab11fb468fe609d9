import { ImplicitSweeps } from "./ImplicitSweeps.ts";
import { multiplyReflections } from "./multiplyReflections.ts";
import { type Tridiagonal, tridiagonalize } from "./tridiagonalize.ts";

/** Powers of two between which the largest element of a matrix is safe from squares that overflow or vanish. */
const SAFE_EXPONENT = 400;

/**
 * Decomposes symmetric matrices of one size into eigenvalues and eigenvectors: A = V·diag(w)·Vᵀ.
 *
 * By Householder's tridiagonal form and implicit QL and QR sweeps, with the signs and the order of LAPACK's `dsyev` for
 * the upper triangle, which is what Torch's `symeig` calls. O(n³).
 *
 * Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", chapter 8.
 */
export class SymmetricEigen {
  /** The eigenvalues w of the last matrix, ascending. */
  readonly values: Float64Array;
  /** Its eigenvectors, of length 1: that of `values[k]` takes the places from k·n to (k + 1)·n. */
  readonly vectors: Float64Array;
  private readonly size: number;
  private readonly tridiagonal: Tridiagonal;
  private readonly sweeps: ImplicitSweeps;

  /** @param n how many rows the matrices have */
  constructor(n: number) {
    this.size = n;
    this.values = new Float64Array(n);
    this.vectors = new Float64Array(n * n);
    this.tridiagonal = { diagonal: this.values, beside: new Float64Array(n), factors: new Float64Array(n) };
    this.sweeps = new ImplicitSweeps(this.values, this.tridiagonal.beside, this.vectors);
  }

  /**
   * Decomposes a matrix, which stays as it is.
   *
   * @param matrix n·n finite numbers; only one triangle is read
   * @returns whether it came to an end; for finite numbers it does
   */
  decompose(matrix: ArrayLike<number>): boolean {
    const { size, values, vectors } = this;
    vectors.set(matrix);
    const scale = safeScale(vectors);
    if (scale !== 1) for (let i = 0; i < vectors.length; i++) vectors[i] *= scale;
    tridiagonalize(size, vectors, this.tridiagonal);
    multiplyReflections(size, vectors, this.tridiagonal.factors);
    if (!this.sweeps.run()) return false;
    if (scale !== 1) for (let i = 0; i < size; i++) values[i] /= scale;
    this.sort();
    return true;
  }

  /** Puts the eigenvalues in ascending order, and their vectors with them. */
  private sort(): void {
    const { size, values, vectors } = this;
    for (let place = 0; place < size - 1; place++) {
      let least = place;
      for (let k = place + 1; k < size; k++) if (values[k] < values[least]) least = k;
      if (least === place) continue;
      [values[place], values[least]] = [values[least], values[place]];
      for (let i = 0, x = place * size, y = least * size; i < size; i++, x++, y++) {
        [vectors[x], vectors[y]] = [vectors[y], vectors[x]];
      }
    }
  }
}

/** A power of two that brings the largest element near 1, or 1 when that is not necessary. */
function safeScale(elements: Float64Array): number {
  let largest = 0;
  for (const element of elements) largest = Math.max(largest, Math.abs(element));
  if (largest === 0) return 1;
  const exponent = Math.floor(Math.log2(largest));
  return Math.abs(exponent) <= SAFE_EXPONENT ? 1 : 2 ** Math.max(-1000, Math.min(1000, -exponent));
}
