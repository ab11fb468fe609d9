import { multiplyAdd } from "../lanes";
import { lanesOf } from "./parts";
import { update, updatePart } from "./store";

/** Rows of a tile of C. */
export const TILE_ROWS: i32 = 6;

/** Columns of a tile of C: two vectors. */
@inline
export function tileColumns<T>(): i32 {
  return 2 * lanesOf<T>();
}

/**
 * One tile of C, at most 6 rows of two vectors, from k columns of A and k rows of B: C ← alpha·A·B + beta·C.
 *
 * Row i and column p of A is at `a + i·aRow + p·aStep`, in panels (`panel`) at `a + i·size + p·aStep`; rows beyond `rows`
 * may be any numbers in a panel and are not read elsewhere. Row p of B is at `b + p·bStep`; it must have one vector when
 * `columns` fit in one, else two.
 *
 * Each instance is a loop of its own, with 12, 8, 6 or 4 sums in registers. The full one uses all that x86-64 leaves
 * without spilling: 12 sums, 2 vectors of B and one element of A in all lanes.
 */
export function tile<T>(
  panel: bool, rows: i32, columns: i32, k: i32,
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  alpha: v128, beta: v128, reads: bool, c: usize, cRow: usize,
): void {
  const wide = columns > lanesOf<T>();
  if (panel) {
    if (rows > 4) {
      if (wide) sums<T>(true, true, true, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
      else sums<T>(true, true, false, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
    } else if (wide) sums<T>(true, false, true, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
    else sums<T>(true, false, false, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
  } else {
    if (rows > 4) {
      if (wide) sums<T>(false, true, true, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
      else sums<T>(false, true, false, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
    } else if (wide) sums<T>(false, false, true, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
    else sums<T>(false, false, false, rows, columns, k, a, aRow, aStep, b, bStep, alpha, beta, reads, c, cRow);
  }
}

/** `panel`, `tall` (6 rows, else 4) and `wide` (two vectors, else one) are constants. */
@inline
function sums<T>(
  panel: bool, tall: bool, wide: bool, rows: i32, columns: i32, k: i32,
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  alpha: v128, beta: v128, reads: bool, c: usize, cRow: usize,
): void {
  let c00 = f64x2.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
  let c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
  // Rows that are not there are the last one again.
  let a1 = a, a2 = a, a3 = a, a4 = a, a5 = a;
  if (!panel) {
    if (rows > 1) a1 = a + aRow;
    a2 = rows > 2 ? a1 + aRow : a1;
    a3 = rows > 3 ? a2 + aRow : a2;
    if (tall) {
      a4 = a3 + aRow;
      a5 = rows > 5 ? a4 + aRow : a4;
    }
  }
  for (let p = k; p > 0; p--) {
    const b0 = v128.load(b);
    let b1 = b0;
    if (wide) b1 = v128.load(b, 16);
    let x = v128.load_splat<T>(a);
    c00 = multiplyAdd<T>(x, b0, c00);
    if (wide) c01 = multiplyAdd<T>(x, b1, c01);
    x = panel ? v128.load_splat<T>(a, 1 * sizeof<T>()) : v128.load_splat<T>(a1);
    c10 = multiplyAdd<T>(x, b0, c10);
    if (wide) c11 = multiplyAdd<T>(x, b1, c11);
    x = panel ? v128.load_splat<T>(a, 2 * sizeof<T>()) : v128.load_splat<T>(a2);
    c20 = multiplyAdd<T>(x, b0, c20);
    if (wide) c21 = multiplyAdd<T>(x, b1, c21);
    x = panel ? v128.load_splat<T>(a, 3 * sizeof<T>()) : v128.load_splat<T>(a3);
    c30 = multiplyAdd<T>(x, b0, c30);
    if (wide) c31 = multiplyAdd<T>(x, b1, c31);
    if (tall) {
      x = panel ? v128.load_splat<T>(a, 4 * sizeof<T>()) : v128.load_splat<T>(a4);
      c40 = multiplyAdd<T>(x, b0, c40);
      if (wide) c41 = multiplyAdd<T>(x, b1, c41);
      x = panel ? v128.load_splat<T>(a, 5 * sizeof<T>()) : v128.load_splat<T>(a5);
      c50 = multiplyAdd<T>(x, b0, c50);
      if (wide) c51 = multiplyAdd<T>(x, b1, c51);
    }
    b += bStep;
    a += aStep;
    if (!panel) {
      a1 += aStep;
      a2 += aStep;
      a3 += aStep;
      if (tall) {
        a4 += aStep;
        a5 += aStep;
      }
    }
  }
  const last = wide ? columns - lanesOf<T>() : columns;
  storeRow<T>(wide, c, c00, c01, last, alpha, beta, reads);
  if (rows > 1) storeRow<T>(wide, c + cRow, c10, c11, last, alpha, beta, reads);
  if (rows > 2) storeRow<T>(wide, c + 2 * cRow, c20, c21, last, alpha, beta, reads);
  if (rows > 3) storeRow<T>(wide, c + 3 * cRow, c30, c31, last, alpha, beta, reads);
  if (tall) {
    if (rows > 4) storeRow<T>(wide, c + 4 * cRow, c40, c41, last, alpha, beta, reads);
    if (rows > 5) storeRow<T>(wide, c + 5 * cRow, c50, c51, last, alpha, beta, reads);
  }
}

/** One row of a tile; `last` is how many columns of its last vector there are. */
@inline
function storeRow<T>(
  wide: bool, c: usize, sum0: v128, sum1: v128, last: i32, alpha: v128, beta: v128, reads: bool,
): void {
  let end = c, sum = sum0;
  if (wide) {
    update<T>(c, sum0, alpha, beta, reads);
    end = c + 16;
    sum = sum1;
  }
  if (last == lanesOf<T>()) update<T>(end, sum, alpha, beta, reads);
  else updatePart<T>(end, sum, alpha, beta, reads, last);
}
