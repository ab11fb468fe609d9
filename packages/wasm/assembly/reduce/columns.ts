import { loadPair } from "./pairs";

// Sums of the columns of a matrix, in double precision. Each column is summed in the order of its rows, and a product and a
// sum are never fused: the plain sums are the same to the last digit.

/** x, or (x − mean)² with `squared`. */
@inline
function term(squared: bool, x: v128, mean: v128): v128 {
  if (!squared) return x;
  const difference = f64x2.sub(x, mean);
  return f64x2.mul(difference, difference);
}

/** Adds four rows to the totals of two columns. */
@inline
function addFour<T>(squared: bool, total: usize, mean: usize, x0: usize, x1: usize, x2: usize, x3: usize): void {
  const means = squared ? v128.load(mean) : f64x2.splat(0);
  let sum = v128.load(total);
  sum = f64x2.add(sum, term(squared, loadPair<T>(x0), means));
  sum = f64x2.add(sum, term(squared, loadPair<T>(x1), means));
  sum = f64x2.add(sum, term(squared, loadPair<T>(x2), means));
  v128.store(total, f64x2.add(sum, term(squared, loadPair<T>(x3), means)));
}

/** Adds a row to the total of one column. */
@inline
function addOne<T>(squared: bool, total: usize, mean: usize, x: usize): void {
  let value = <f64>load<T>(x);
  if (squared) {
    value -= load<f64>(mean);
    value *= value;
  }
  store<f64>(total, load<f64>(total) + value);
}

/** totals ← totals + the sums of the columns. */
@inline
function add<T>(squared: bool, rows: i32, columns: i32, x: usize, rowStride: i32, means: usize, totals: usize): void {
  const row = <usize>rowStride << alignof<T>();
  const pair = 2 * sizeof<T>();
  // Four rows at a time: the totals are read and written once for four elements.
  for (; rows >= 4; rows -= 4, x += 4 * row) {
    let x0 = x;
    let x1 = x0 + row;
    let x2 = x1 + row;
    let x3 = x2 + row;
    let total = totals;
    let mean = means;
    let j = columns;
    for (; j >= 4; j -= 4) {
      addFour<T>(squared, total, mean, x0, x1, x2, x3);
      addFour<T>(squared, total + 16, mean + 16, x0 + pair, x1 + pair, x2 + pair, x3 + pair);
      x0 += 2 * pair;
      x1 += 2 * pair;
      x2 += 2 * pair;
      x3 += 2 * pair;
      total += 32;
      mean += 32;
    }
    for (; j > 0; j--) {
      addOne<T>(squared, total, mean, x0);
      addOne<T>(squared, total, mean, x1);
      addOne<T>(squared, total, mean, x2);
      addOne<T>(squared, total, mean, x3);
      x0 += sizeof<T>();
      x1 += sizeof<T>();
      x2 += sizeof<T>();
      x3 += sizeof<T>();
      total += 8;
      mean += 8;
    }
  }
  for (; rows > 0; rows--, x += row) {
    for (let j = 0; j < columns; j++) {
      addOne<T>(squared, totals + (<usize>j << 3), means + (<usize>j << 3), x + (<usize>j << alignof<T>()));
    }
  }
}

// The sums take means too, and do not read them: both kernels are called the same way.

export function column_sums_f32(rows: i32, columns: i32, x: usize, stride: i32, means: usize, totals: usize): void {
  add<f32>(false, rows, columns, x, stride, means, totals);
}
export function column_sums_f64(rows: i32, columns: i32, x: usize, stride: i32, means: usize, totals: usize): void {
  add<f64>(false, rows, columns, x, stride, means, totals);
}

/** Sums of (x − mean)². */
export function column_squares_f32(rows: i32, columns: i32, x: usize, stride: i32, means: usize, totals: usize): void {
  add<f32>(true, rows, columns, x, stride, means, totals);
}
export function column_squares_f64(rows: i32, columns: i32, x: usize, stride: i32, means: usize, totals: usize): void {
  add<f64>(true, rows, columns, x, stride, means, totals);
}
