import { loadPair } from "./pairs";

// Sums and products of a dense run, in double precision.
//
// A run is cut into blocks. Each block is summed in eight pairs of lanes, so that additions need not wait for each other.
// The caller joins the blocks in their order, so that the order depends on the count alone: whether a run is handed over as
// a whole, block by block, or to several threads, the bits are the same.

/** Elements of a block; `BLOCK` in `src/reduce/blocks.ts` is the same. */
const BLOCK: i32 = 4096;

// What is added up of each element. They are constants of inlined functions, so each kernel keeps its own case alone.
const VALUES = 0;
const PRODUCT = 1;
const ABSOLUTES = 2;
const NONZERO = 3;
const SQUARES = 4;

@inline
function term(kind: i32, x: v128, a: v128): v128 {
  if (kind == ABSOLUTES) return f64x2.abs(x);
  if (kind == NONZERO) return v128.and(f64x2.ne(x, f64x2.splat(0)), f64x2.splat(1));
  if (kind == SQUARES) {
    const difference = f64x2.sub(x, a);
    return f64x2.mul(difference, difference);
  }
  return x;
}

@inline
function join(kind: i32, x: v128, y: v128): v128 {
  return kind == PRODUCT ? f64x2.mul(x, y) : f64x2.add(x, y);
}

@inline
function block<T>(kind: i32, count: i32, x: usize, a: v128): f64 {
  const pair = 2 * sizeof<T>();
  const neutral = kind == PRODUCT ? f64x2.splat(1) : f64x2.splat(0);
  let s0 = neutral;
  if (count >= 16) {
    let s1 = neutral;
    let s2 = neutral;
    let s3 = neutral;
    let s4 = neutral;
    let s5 = neutral;
    let s6 = neutral;
    let s7 = neutral;
    do {
      s0 = join(kind, s0, term(kind, loadPair<T>(x), a));
      s1 = join(kind, s1, term(kind, loadPair<T>(x + pair), a));
      s2 = join(kind, s2, term(kind, loadPair<T>(x + 2 * pair), a));
      s3 = join(kind, s3, term(kind, loadPair<T>(x + 3 * pair), a));
      s4 = join(kind, s4, term(kind, loadPair<T>(x + 4 * pair), a));
      s5 = join(kind, s5, term(kind, loadPair<T>(x + 5 * pair), a));
      s6 = join(kind, s6, term(kind, loadPair<T>(x + 6 * pair), a));
      s7 = join(kind, s7, term(kind, loadPair<T>(x + 7 * pair), a));
      x += 8 * pair;
      count -= 16;
    } while (count >= 16);
    s0 = join(kind, join(kind, s0, s1), join(kind, s2, s3));
    s4 = join(kind, join(kind, s4, s5), join(kind, s6, s7));
    s0 = join(kind, s0, s4);
  }
  for (; count >= 2; count -= 2, x += pair) s0 = join(kind, s0, term(kind, loadPair<T>(x), a));
  // The last one of an odd count: the second lane is not used.
  if (count > 0) {
    const last = term(kind, f64x2.splat(<f64>load<T>(x)), a);
    s0 = join(kind, s0, f64x2.replace_lane(last, 1, f64x2.extract_lane(neutral, 1)));
  }
  const low = f64x2.extract_lane(s0, 0);
  const high = f64x2.extract_lane(s0, 1);
  return kind == PRODUCT ? low * high : low + high;
}

/** The sum or the product of each block, one after the other at `to`. */
@inline
function blocks<T>(kind: i32, count: i32, x: usize, a: f64, to: usize): void {
  const lanes = f64x2.splat(a);
  for (; count > 0; count -= BLOCK, x += BLOCK * sizeof<T>(), to += 8) {
    store<f64>(to, block<T>(kind, min(count, BLOCK), x, lanes));
  }
}

// Each gives what it is named after, for every block.

export function reduce_sum_f32(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f32>(VALUES, count, x, a, to);
}
export function reduce_sum_f64(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f64>(VALUES, count, x, a, to);
}

export function reduce_product_f32(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f32>(PRODUCT, count, x, a, to);
}
export function reduce_product_f64(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f64>(PRODUCT, count, x, a, to);
}

/** Σ |x| */
export function reduce_absolutes_f32(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f32>(ABSOLUTES, count, x, a, to);
}
export function reduce_absolutes_f64(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f64>(ABSOLUTES, count, x, a, to);
}

/** How many elements are not 0. */
export function reduce_nonzero_f32(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f32>(NONZERO, count, x, a, to);
}
export function reduce_nonzero_f64(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f64>(NONZERO, count, x, a, to);
}

/** Σ (x − a)² */
export function reduce_squares_f32(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f32>(SQUARES, count, x, a, to);
}
export function reduce_squares_f64(count: i32, x: usize, a: f64, to: usize): void {
  blocks<f64>(SQUARES, count, x, a, to);
}
