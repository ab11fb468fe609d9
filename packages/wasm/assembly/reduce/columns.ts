import { loadPair } from "./pairs";

// Sums of the columns of a matrix, in double precision.

/** Adds four rows to the totals of two columns, one after the other: the order that the plain sums have. */
@inline
function addFour<T>(total: usize, x0: usize, x1: usize, x2: usize, x3: usize): void {
  let sum = v128.load(total);
  sum = f64x2.add(sum, loadPair<T>(x0));
  sum = f64x2.add(sum, loadPair<T>(x1));
  sum = f64x2.add(sum, loadPair<T>(x2));
  v128.store(total, f64x2.add(sum, loadPair<T>(x3)));
}

/** totals ← totals + the sums of the columns, each in the order of its rows. */
@inline
function columnSums<T>(rows: i32, columns: i32, x: usize, rowStride: i32, totals: usize): void {
  const row = <usize>rowStride << alignof<T>();
  const pair = 2 * sizeof<T>();
  for (; rows >= 4; rows -= 4, x += 4 * row) {
    let x0 = x;
    let x1 = x0 + row;
    let x2 = x1 + row;
    let x3 = x2 + row;
    let total = totals;
    let j = columns;
    for (; j >= 8; j -= 8) {
      addFour<T>(total, x0, x1, x2, x3);
      addFour<T>(total + 16, x0 + pair, x1 + pair, x2 + pair, x3 + pair);
      addFour<T>(total + 32, x0 + 2 * pair, x1 + 2 * pair, x2 + 2 * pair, x3 + 2 * pair);
      addFour<T>(total + 48, x0 + 3 * pair, x1 + 3 * pair, x2 + 3 * pair, x3 + 3 * pair);
      x0 += 4 * pair;
      x1 += 4 * pair;
      x2 += 4 * pair;
      x3 += 4 * pair;
      total += 64;
    }
    for (; j > 0; j--, total += 8) {
      const sum = load<f64>(total) + <f64>load<T>(x0) + <f64>load<T>(x1) + <f64>load<T>(x2) + <f64>load<T>(x3);
      store<f64>(total, sum);
      x0 += sizeof<T>();
      x1 += sizeof<T>();
      x2 += sizeof<T>();
      x3 += sizeof<T>();
    }
  }
  for (; rows > 0; rows--, x += row) {
    let at = x;
    let total = totals;
    let j = columns;
    for (; j >= 2; j -= 2, at += pair, total += 16) v128.store(total, f64x2.add(v128.load(total), loadPair<T>(at)));
    if (j > 0) store<f64>(total, load<f64>(total) + <f64>load<T>(at));
  }
}

export function column_sums_f32(rows: i32, columns: i32, x: usize, rowStride: i32, totals: usize): void {
  columnSums<f32>(rows, columns, x, rowStride, totals);
}
export function column_sums_f64(rows: i32, columns: i32, x: usize, rowStride: i32, totals: usize): void {
  columnSums<f64>(rows, columns, x, rowStride, totals);
}
