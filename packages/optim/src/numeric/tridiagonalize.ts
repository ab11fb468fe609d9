import { hypotenuse } from "./rotations.ts";

/** A symmetric tridiagonal matrix, and the reflections that lead to it. */
export interface Tridiagonal {
  /** The numbers on the diagonal: n. */
  readonly diagonal: Float64Array;
  /** The numbers beside it: n − 1, in an array of n. */
  readonly beside: Float64Array;
  /** The factor τ of each reflection I − τ·v·vᵀ: n − 1, in an array of n. */
  readonly factors: Float64Array;
}

/** Columns shorter than this count as zeros: far below the rounding of the scaled matrices, and far above underflow of squares. */
const NEGLIGIBLE = 2 ** -480;

/**
 * Brings a symmetric matrix into tridiagonal form by Householder's reflections, from the last column to the first.
 *
 * The reflection k makes zeros of column k + 1 above its last two; its v has 1 at k and zeros below, and what is above stays
 * in that column. Order and signs are those of LAPACK's `dsytd2` for the upper triangle.
 *
 * @param a the matrix, n·n, column after column; only its upper triangle is read, and overwritten with the vectors v
 * @param into takes the result
 */
export function tridiagonalize(n: number, a: Float64Array, into: Tridiagonal): void {
  const { diagonal, beside, factors } = into;
  for (let k = n - 2; k >= 0; k--) {
    const column = (k + 1) * n;
    const factor = reflect(a, column, k, beside);
    if (factor !== 0) {
      a[column + k] = 1;
      // The factors that are not known yet hold what is subtracted, as in LAPACK.
      symmetricProduct(k + 1, n, a, column, factor, factors);
      let overlap = 0;
      for (let i = 0; i <= k; i++) overlap += factors[i] * a[column + i];
      const share = -0.5 * factor * overlap;
      for (let i = 0; i <= k; i++) factors[i] += share * a[column + i];
      subtractPair(k + 1, n, a, column, factors);
      a[column + k] = beside[k];
    }
    diagonal[k + 1] = a[column + k + 1];
    factors[k] = factor;
  }
  diagonal[0] = a[0];
}

/**
 * Finds the reflection that leaves nothing of a vector but its last element, and puts its v in the vector's place.
 *
 * @param k the last place of the vector, which begins at `column`; `beside[k]` becomes what is left
 * @returns τ, 0 where nothing has to be done
 */
function reflect(a: Float64Array, column: number, k: number, beside: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < k; i++) squares += a[column + i] ** 2;
  const last = a[column + k];
  const rest = Math.sqrt(squares);
  if (rest <= NEGLIGIBLE) {
    a.fill(0, column, column + k);
    beside[k] = last;
    return 0;
  }
  const length = hypotenuse(last, rest);
  const left = last >= 0 ? -length : length;
  const scale = 1 / (last - left);
  for (let i = 0; i < k; i++) a[column + i] *= scale;
  beside[k] = left;
  return (left - last) / left;
}

/** y ← factor·A·v for the leading part of A, of which the upper triangle is there; v begins at `column`. */
function symmetricProduct(
  size: number,
  n: number,
  a: Float64Array,
  column: number,
  factor: number,
  y: Float64Array,
): void {
  y.fill(0, 0, size);
  for (let j = 0; j < size; j++) {
    const scaled = factor * a[column + j];
    let sum = 0;
    for (let i = 0, at = j * n; i < j; i++, at++) {
      y[i] += scaled * a[at];
      sum += a[at] * a[column + i];
    }
    y[j] += scaled * a[j * n + j] + factor * sum;
  }
}

/** A ← A − v·wᵀ − w·vᵀ in the upper triangle of the leading part; v begins at `column`. */
function subtractPair(size: number, n: number, a: Float64Array, column: number, w: Float64Array): void {
  for (let j = 0; j < size; j++) {
    const [v, u] = [a[column + j], w[j]];
    for (let i = 0, at = j * n; i <= j; i++, at++) a[at] -= a[column + i] * u + w[i] * v;
  }
}
