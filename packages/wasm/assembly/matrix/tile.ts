import { multiplyAdd } from "../lanes";
import { lanesOf } from "./parts";
import { update, updatePart } from "./store";

/** Rows of a tile of C. */
export const TILE_ROWS: i32 = 3;

/** Columns of a tile of C: three vectors. */
@inline
export function tileColumns<T>(): i32 {
  return 3 * lanesOf<T>();
}

/**
 * One tile of C, at most 3 rows of three vectors, from k columns of A and k rows of B: C ← alpha·A·B + beta·C.
 *
 * Column p of A is at `a + p·aStep`: in a panel its elements lie side by side, and there are always 3; else they are
 * `aRow` apart, and there are `rows`. Row p of B is at `b + p·bStep` and fills as many vectors as `columns` need.
 * `scales` is where alpha and beta are, in all lanes, and at 32 whether C is read.
 */
export function tile<T>(
  panel: bool, rows: i32, columns: i32, k: i32,
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, scales: usize,
): void {
  if (columns > 2 * lanesOf<T>()) {
    if (panel) panel3<T>(rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
    else rows3<T>(rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
  } else if (columns > lanesOf<T>()) {
    if (panel) panel2<T>(rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
    else rows2<T>(rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
  } else if (panel) panel1<T>(rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
  else rows1<T>(rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
}

function panel1<T>(
  rows: i32, columns: i32, k: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, scales: usize,
): void {
  sums<T>(true, 1, rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
}

function rows1<T>(
  rows: i32, columns: i32, k: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, scales: usize,
): void {
  sums<T>(false, 1, rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
}

function panel2<T>(
  rows: i32, columns: i32, k: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, scales: usize,
): void {
  sums<T>(true, 2, rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
}

function rows2<T>(
  rows: i32, columns: i32, k: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, scales: usize,
): void {
  sums<T>(false, 2, rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
}

function panel3<T>(
  rows: i32, columns: i32, k: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, scales: usize,
): void {
  sums<T>(true, 3, rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
}

function rows3<T>(
  rows: i32, columns: i32, k: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, scales: usize,
): void {
  sums<T>(false, 3, rows, columns, k, a, aRow, aStep, b, bStep, c, cRow, scales);
}

/**
 * `panel` and `vectors` (1 to 3) are constants, so that each instance is a loop of its own.
 *
 * V8 (seen in that of Node 20) issues all loads of a basic block before its arithmetic, as these have effects and it
 * does not reckon with registers; and it has 15 for vectors on x86-64. So the tile is 3 by 3, where 9 sums, 3 vectors
 * of B and 2 elements of A fit, and conditions part the rows: what depends on a condition stays behind it. A tile of 6
 * by 2 vectors without conditions, the usual one, spills and runs at half the speed; with a condition for each row it
 * is slower too, as there are more instructions for each multiply-add.
 */
@inline
function sums<T>(
  panel: bool, vectors: i32, rows: i32, columns: i32, k: i32,
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, c: usize, cRow: usize, scales: usize,
): void {
  let c00 = f64x2.splat(0), c01 = c00, c02 = c00, c10 = c00, c11 = c00, c12 = c00;
  let c20 = c00, c21 = c00, c22 = c00, b0 = c00, b1 = c00, b2 = c00, x = c00;
  // A second row that is not there is the first one again; a third one is not read.
  let a1 = rows > 1 ? a + aRow : a, a2 = a1 + aRow;
  for (let p = k >> 1; p > 0; p--) {
    b0 = v128.load(b);
    if (vectors > 1) b1 = v128.load(b, 16);
    if (vectors > 2) b2 = v128.load(b, 32);
    if (rows > 0) {
      x = v128.load_splat<T>(a);
      c00 = multiplyAdd<T>(x, b0, c00);
      if (vectors > 1) c01 = multiplyAdd<T>(x, b1, c01);
      if (vectors > 2) c02 = multiplyAdd<T>(x, b2, c02);
      x = panel ? v128.load_splat<T>(a + 1 * sizeof<T>()) : v128.load_splat<T>(a1);
      c10 = multiplyAdd<T>(x, b0, c10);
      if (vectors > 1) c11 = multiplyAdd<T>(x, b1, c11);
      if (vectors > 2) c12 = multiplyAdd<T>(x, b2, c12);
    }
    if (rows > 2) {
      x = panel ? v128.load_splat<T>(a + 2 * sizeof<T>()) : v128.load_splat<T>(a2);
      c20 = multiplyAdd<T>(x, b0, c20);
      if (vectors > 1) c21 = multiplyAdd<T>(x, b1, c21);
      if (vectors > 2) c22 = multiplyAdd<T>(x, b2, c22);
    }
    b += bStep;
    a += aStep;
    if (!panel) {
      a1 += aStep;
      a2 += aStep;
    }
    b0 = v128.load(b);
    if (vectors > 1) b1 = v128.load(b, 16);
    if (vectors > 2) b2 = v128.load(b, 32);
    if (rows > 0) {
      x = v128.load_splat<T>(a);
      c00 = multiplyAdd<T>(x, b0, c00);
      if (vectors > 1) c01 = multiplyAdd<T>(x, b1, c01);
      if (vectors > 2) c02 = multiplyAdd<T>(x, b2, c02);
      x = panel ? v128.load_splat<T>(a + 1 * sizeof<T>()) : v128.load_splat<T>(a1);
      c10 = multiplyAdd<T>(x, b0, c10);
      if (vectors > 1) c11 = multiplyAdd<T>(x, b1, c11);
      if (vectors > 2) c12 = multiplyAdd<T>(x, b2, c12);
    }
    if (rows > 2) {
      x = panel ? v128.load_splat<T>(a + 2 * sizeof<T>()) : v128.load_splat<T>(a2);
      c20 = multiplyAdd<T>(x, b0, c20);
      if (vectors > 1) c21 = multiplyAdd<T>(x, b1, c21);
      if (vectors > 2) c22 = multiplyAdd<T>(x, b2, c22);
    }
    b += bStep;
    a += aStep;
    if (!panel) {
      a1 += aStep;
      a2 += aStep;
    }
  }
  if (k & 1) {
    b0 = v128.load(b);
    if (vectors > 1) b1 = v128.load(b, 16);
    if (vectors > 2) b2 = v128.load(b, 32);
    if (rows > 0) {
      x = v128.load_splat<T>(a);
      c00 = multiplyAdd<T>(x, b0, c00);
      if (vectors > 1) c01 = multiplyAdd<T>(x, b1, c01);
      if (vectors > 2) c02 = multiplyAdd<T>(x, b2, c02);
      x = panel ? v128.load_splat<T>(a + 1 * sizeof<T>()) : v128.load_splat<T>(a1);
      c10 = multiplyAdd<T>(x, b0, c10);
      if (vectors > 1) c11 = multiplyAdd<T>(x, b1, c11);
      if (vectors > 2) c12 = multiplyAdd<T>(x, b2, c12);
    }
    if (rows > 2) {
      x = panel ? v128.load_splat<T>(a + 2 * sizeof<T>()) : v128.load_splat<T>(a2);
      c20 = multiplyAdd<T>(x, b0, c20);
      if (vectors > 1) c21 = multiplyAdd<T>(x, b1, c21);
      if (vectors > 2) c22 = multiplyAdd<T>(x, b2, c22);
    }
    b += bStep;
    a += aStep;
    if (!panel) {
      a1 += aStep;
      a2 += aStep;
    }
  }
  const alpha = v128.load(scales), beta = v128.load(scales, 16), reads = load<i32>(scales, 32) != 0;
  storeRow<T>(vectors, c, c00, c01, c02, columns, alpha, beta, reads);
  if (rows > 1) storeRow<T>(vectors, c + cRow, c10, c11, c12, columns, alpha, beta, reads);
  if (rows > 2) storeRow<T>(vectors, c + 2 * cRow, c20, c21, c22, columns, alpha, beta, reads);
}

/** One row of a tile. */
@inline
function storeRow<T>(
  vectors: i32, c: usize, sum0: v128, sum1: v128, sum2: v128, columns: i32, alpha: v128, beta: v128, reads: bool,
): void {
  let end = c, sum = sum0;
  if (vectors > 1) {
    update<T>(end, sum, alpha, beta, reads);
    end += 16;
    sum = sum1;
  }
  if (vectors > 2) {
    update<T>(end, sum, alpha, beta, reads);
    end += 16;
    sum = sum2;
  }
  const last = columns - (vectors - 1) * lanesOf<T>();
  if (last == lanesOf<T>()) update<T>(end, sum, alpha, beta, reads);
  else updatePart<T>(end, sum, alpha, beta, reads, last);
}
