/**
 * Multiplies the reflections that `tridiagonalize` left into one orthogonal matrix, in their place: LAPACK's `dorgtr`.
 *
 * @param a the vectors v; becomes Q, column after column, with A = Q·T·Qᵀ
 */
export function multiplyReflections(n: number, a: Float64Array, factors: Float64Array): void {
  // Each v moves to the column before its own: the last column is that of the identity.
  for (let j = 0; j < n; j++) {
    if (j < n - 1) a.copyWithin(j * n, (j + 1) * n, (j + 1) * n + j);
    a.fill(0, j * n + (j < n - 1 ? j + 1 : 0), (j + 1) * n);
  }
  a[n * n - 1] = 1;
  for (let k = 0; k < n - 1; k++) {
    const column = k * n;
    a[column + k] = 1;
    for (let j = 0; j < k; j++) {
      let overlap = 0;
      for (let i = 0; i <= k; i++) overlap += a[j * n + i] * a[column + i];
      const share = -factors[k] * overlap;
      for (let i = 0; i <= k; i++) a[j * n + i] += a[column + i] * share;
    }
    for (let i = 0; i < k; i++) a[column + i] *= -factors[k];
    a[column + k] = 1 - factors[k];
  }
}
