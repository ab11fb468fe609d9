/**
 * Solves a linear system by elimination with pivoting.
 *
 * @param system rows of coefficients with the right side behind them; it is changed
 */
export function solve(system: readonly Float64Array[]): readonly number[] {
  const rows = [...system];
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = 0; i < size; i++) {
      if (i === k || rows[k][k] === 0) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= size; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row, k) => (row[k] === 0 ? 0 : row[size] / row[k]));
}
