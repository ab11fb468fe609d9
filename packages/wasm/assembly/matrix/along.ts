import { multiplyAdd } from "../lanes";
import { lanesOf, loadPart } from "./parts";

/** Most vectors that are added up in one go in the lanes of a sum: rounding errors grow with it. */
const BLOCK: i32 = 256;

/**
 * C ← alpha·A·Bᵀ + beta·C, with both operands read along their rows, where they lie: three rows of B at a time stay in the
 * L1 cache while all of A, which should be in the L2 cache, goes by. Nothing is packed, which pays while A has so few rows
 * that what is packed would hardly be used.
 */
@inline
export function multiplyAlong<T>(
  m: i32, n: i32, k: i32, alpha: T, a: usize, aLeading: i32, b: usize, bLeading: i32, beta: T, c: usize, cLeading: i32,
): void {
  const aRow = <usize>aLeading * sizeof<T>(), bRow = <usize>bLeading * sizeof<T>(), cRow = <usize>cLeading * sizeof<T>();
  const block = BLOCK * lanesOf<T>();
  for (let p = 0; p < k; p += block) {
    const some = min(block, k - p);
    const at = <usize>p * sizeof<T>();
    const factor = p == 0 ? beta : <T>1;
    for (let j = 0; j < n; j += 3) {
      const columns = min(3, n - j);
      for (let i = 0; i < m; i += 3) {
        const to = c + <usize>i * cRow + <usize>j * sizeof<T>();
        const from = a + <usize>i * aRow + at, other = b + <usize>j * bRow + at;
        nineDots<T>(min(3, m - i), columns, some, from, aRow, other, bRow, alpha, factor, to, cRow);
      }
    }
  }
}

/**
 * The products of up to three rows of A with up to three of B. Rows that are not there are the last one again; their sums go
 * nowhere. The conditions that part the rows of A are for V8: see `tile.ts`.
 */
function nineDots<T>(
  rows: i32, columns: i32, k: i32, a: usize, aRow: usize, b: usize, bRow: usize, alpha: T, beta: T, c: usize, cRow: usize,
): void {
  let a1 = rows > 1 ? a + aRow : a, a2 = rows > 2 ? a1 + aRow : a1;
  let b1 = columns > 1 ? b + bRow : b, b2 = columns > 2 ? b1 + bRow : b1;
  let c00 = f64x2.splat(0), c01 = c00, c02 = c00, c10 = c00, c11 = c00, c12 = c00;
  let c20 = c00, c21 = c00, c22 = c00, x = c00;
  let y0 = c00, y1 = c00, y2 = c00;
  let left = k;
  for (; left >= 2 * lanesOf<T>(); left -= 2 * lanesOf<T>()) {
    y0 = v128.load(b);
    y1 = v128.load(b1);
    y2 = v128.load(b2);
    if (rows > 0) {
      x = v128.load(a);
      c00 = multiplyAdd<T>(x, y0, c00);
      c01 = multiplyAdd<T>(x, y1, c01);
      c02 = multiplyAdd<T>(x, y2, c02);
      x = v128.load(a1);
      c10 = multiplyAdd<T>(x, y0, c10);
      c11 = multiplyAdd<T>(x, y1, c11);
      c12 = multiplyAdd<T>(x, y2, c12);
    }
    if (rows > 2) {
      x = v128.load(a2);
      c20 = multiplyAdd<T>(x, y0, c20);
      c21 = multiplyAdd<T>(x, y1, c21);
      c22 = multiplyAdd<T>(x, y2, c22);
    }
    y0 = v128.load(b, 16);
    y1 = v128.load(b1, 16);
    y2 = v128.load(b2, 16);
    if (rows > 0) {
      x = v128.load(a, 16);
      c00 = multiplyAdd<T>(x, y0, c00);
      c01 = multiplyAdd<T>(x, y1, c01);
      c02 = multiplyAdd<T>(x, y2, c02);
      x = v128.load(a1, 16);
      c10 = multiplyAdd<T>(x, y0, c10);
      c11 = multiplyAdd<T>(x, y1, c11);
      c12 = multiplyAdd<T>(x, y2, c12);
    }
    if (rows > 2) {
      x = v128.load(a2, 16);
      c20 = multiplyAdd<T>(x, y0, c20);
      c21 = multiplyAdd<T>(x, y1, c21);
      c22 = multiplyAdd<T>(x, y2, c22);
    }
    a += 32;
    a1 += 32;
    a2 += 32;
    b += 32;
    b1 += 32;
    b2 += 32;
  }
  for (; left >= lanesOf<T>(); left -= lanesOf<T>()) {
    y0 = v128.load(b);
    y1 = v128.load(b1);
    y2 = v128.load(b2);
    if (rows > 0) {
      x = v128.load(a);
      c00 = multiplyAdd<T>(x, y0, c00);
      c01 = multiplyAdd<T>(x, y1, c01);
      c02 = multiplyAdd<T>(x, y2, c02);
      x = v128.load(a1);
      c10 = multiplyAdd<T>(x, y0, c10);
      c11 = multiplyAdd<T>(x, y1, c11);
      c12 = multiplyAdd<T>(x, y2, c12);
    }
    if (rows > 2) {
      x = v128.load(a2);
      c20 = multiplyAdd<T>(x, y0, c20);
      c21 = multiplyAdd<T>(x, y1, c21);
      c22 = multiplyAdd<T>(x, y2, c22);
    }
    a += 16;
    a1 += 16;
    a2 += 16;
    b += 16;
    b1 += 16;
    b2 += 16;
  }
  if (left > 0) {
    y0 = loadPart<T>(b, left);
    y1 = loadPart<T>(b1, left);
    y2 = loadPart<T>(b2, left);
    x = loadPart<T>(a, left);
    c00 = multiplyAdd<T>(x, y0, c00);
    c01 = multiplyAdd<T>(x, y1, c01);
    c02 = multiplyAdd<T>(x, y2, c02);
    x = loadPart<T>(a1, left);
    c10 = multiplyAdd<T>(x, y0, c10);
    c11 = multiplyAdd<T>(x, y1, c11);
    c12 = multiplyAdd<T>(x, y2, c12);
    x = loadPart<T>(a2, left);
    c20 = multiplyAdd<T>(x, y0, c20);
    c21 = multiplyAdd<T>(x, y1, c21);
    c22 = multiplyAdd<T>(x, y2, c22);
  }
  putThree<T>(columns, c, alpha, beta, c00, c01, c02);
  if (rows > 1) putThree<T>(columns, c + cRow, alpha, beta, c10, c11, c12);
  if (rows > 2) putThree<T>(columns, c + 2 * cRow, alpha, beta, c20, c21, c22);
}

function putThree<T>(columns: i32, c: usize, alpha: T, beta: T, s0: v128, s1: v128, s2: v128): void {
  put<T>(c, alpha, sumOfLanes<T>(s0), beta);
  if (columns > 1) put<T>(c + sizeof<T>(), alpha, sumOfLanes<T>(s1), beta);
  if (columns > 2) put<T>(c + 2 * sizeof<T>(), alpha, sumOfLanes<T>(s2), beta);
}

/** y ← alpha·sum + beta·y; y is read only when beta is not 0. */
@inline
export function put<T>(y: usize, alpha: T, sum: T, beta: T): void {
  let value = alpha * sum;
  if (beta != 0) value += beta * load<T>(y);
  store<T>(y, value);
}

/** The sum of all lanes. */
@inline
export function sumOfLanes<T>(v: v128): T {
  if (sizeof<T>() == 8) return <T>(f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1));
  const low = f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1);
  return <T>(low + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3)));
}
