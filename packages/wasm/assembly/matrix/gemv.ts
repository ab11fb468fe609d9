import { multiplyAdd } from "../lanes";
import { put, sumOfLanes } from "./along";
import { lanesOf, loadPart } from "./parts";
import { update, updatePart } from "./store";

/**
 * Terms that are added up in one go: rounding errors grow with it, and with the number of blocks, not with their
 * product.
 */
const BLOCK: i32 = 256;

/**
 * y ← alpha·A·x + beta·y, with x and y contiguous: four rows at a time, so that a vector of x is used four times. A
 * block of terms is added up in the lanes of one vector for each row.
 */
@inline
export function multiplyRows<T>(
  m: i32, n: i32, alpha: T, a: usize, leading: usize, x: usize, beta: T, y: usize,
): void {
  const size = sizeof<T>(), lanes = lanesOf<T>();
  const step = leading * size;
  const rest = n % lanes, whole = n - rest;
  for (let i = 0; i < m; i += 4, a += 4 * step, y += 4 * size) {
    const rows = min(4, m - i);
    // Rows that are not there are the last one again.
    let a0 = a, a1 = rows > 1 ? a0 + step : a0, a2 = rows > 2 ? a1 + step : a1, a3 = rows > 3 ? a2 + step : a2;
    let t0 = f64x2.splat(0), t1 = t0, t2 = t0, t3 = t0;
    let xs = x;
    for (let j = 0; j < n; ) {
      let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
      const end = min(whole, j + BLOCK * lanes);
      for (; j < end; j += lanes) {
        const v = v128.load(xs);
        s0 = multiplyAdd<T>(v, v128.load(a0), s0);
        s1 = multiplyAdd<T>(v, v128.load(a1), s1);
        s2 = multiplyAdd<T>(v, v128.load(a2), s2);
        s3 = multiplyAdd<T>(v, v128.load(a3), s3);
        xs += 16;
        a0 += 16;
        a1 += 16;
        a2 += 16;
        a3 += 16;
      }
      if (j == whole && rest != 0) {
        const v = loadPart<T>(xs, rest);
        s0 = multiplyAdd<T>(v, loadPart<T>(a0, rest), s0);
        s1 = multiplyAdd<T>(v, loadPart<T>(a1, rest), s1);
        s2 = multiplyAdd<T>(v, loadPart<T>(a2, rest), s2);
        s3 = multiplyAdd<T>(v, loadPart<T>(a3, rest), s3);
        j = n;
      }
      t0 = v128.add<T>(t0, s0);
      t1 = v128.add<T>(t1, s1);
      t2 = v128.add<T>(t2, s2);
      t3 = v128.add<T>(t3, s3);
    }
    put<T>(y, alpha, sumOfLanes<T>(t0), beta);
    if (rows > 1) put<T>(y + size, alpha, sumOfLanes<T>(t1), beta);
    if (rows > 2) put<T>(y + 2 * size, alpha, sumOfLanes<T>(t2), beta);
    if (rows > 3) put<T>(y + 3 * size, alpha, sumOfLanes<T>(t3), beta);
  }
}

/**
 * y ← alpha·Aᵀ·x + beta·y, with x and y contiguous: the rows of A, each times its element of x, are added up in scratch
 * memory (n elements, filled up to whole vectors), four rows at a time, so that A is read in the order it lies in.
 */
@inline
export function multiplyTransposed<T>(
  m: i32, n: i32, alpha: T, a: usize, leading: usize, x: usize, beta: T, y: usize, scratch: usize,
): void {
  const size = sizeof<T>(), lanes = lanesOf<T>();
  const step = leading * size;
  const rest = n % lanes, whole = n - rest;
  const bytes = <usize>((n + lanes - 1) / lanes * 16);
  const alphas = v128.splat<T>(alpha);
  for (let i = 0; i == 0 || i < m; ) {
    const end = min(m, i + BLOCK);
    const betas = v128.splat<T>(i == 0 ? beta : <T>1);
    const reads = i != 0 || beta != 0;
    memory.fill(scratch, 0, bytes);
    for (; i < end - 3; i += 4, a += 4 * step, x += 4 * size) {
      const x0 = v128.load_splat<T>(x), x1 = v128.load_splat<T>(x + size);
      const x2 = v128.load_splat<T>(x + 2 * size), x3 = v128.load_splat<T>(x + 3 * size);
      let a0 = a, a1 = a0 + step, a2 = a1 + step, a3 = a2 + step;
      let at = scratch;
      for (let j = 0; j < whole; j += lanes) {
        let sum = multiplyAdd<T>(x0, v128.load(a0), v128.load(at));
        sum = multiplyAdd<T>(x1, v128.load(a1), sum);
        sum = multiplyAdd<T>(x2, v128.load(a2), sum);
        sum = multiplyAdd<T>(x3, v128.load(a3), sum);
        v128.store(at, sum);
        at += 16;
        a0 += 16;
        a1 += 16;
        a2 += 16;
        a3 += 16;
      }
      if (rest == 0) continue;
      let sum = multiplyAdd<T>(x0, loadPart<T>(a0, rest), v128.load(at));
      sum = multiplyAdd<T>(x1, loadPart<T>(a1, rest), sum);
      sum = multiplyAdd<T>(x2, loadPart<T>(a2, rest), sum);
      sum = multiplyAdd<T>(x3, loadPart<T>(a3, rest), sum);
      v128.store(at, sum);
    }
    for (; i < end; i++, a += step, x += size) {
      const xi = v128.load_splat<T>(x);
      let ai = a, at = scratch;
      for (let j = 0; j < whole; j += lanes, ai += 16, at += 16) {
        v128.store(at, multiplyAdd<T>(xi, v128.load(ai), v128.load(at)));
      }
      if (rest != 0) v128.store(at, multiplyAdd<T>(xi, loadPart<T>(ai, rest), v128.load(at)));
    }
    let to = y, at = scratch;
    for (let j = 0; j < whole; j += lanes, to += 16, at += 16) update<T>(to, v128.load(at), alphas, betas, reads);
    if (rest != 0) updatePart<T>(to, v128.load(at), alphas, betas, reads, rest);
    if (m == 0) return;
  }
}
