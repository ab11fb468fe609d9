// Parts of vectors: rows and groups of columns seldom end where a vector does.

/** The first `lanes` (1 or more) elements; the other lanes are those of `rest`. */
@inline
export function loadPart<T>(at: usize, lanes: i32, rest: v128): v128 {
  if (lanes == 16 / sizeof<T>()) return v128.load(at);
  rest = v128.load_lane<T>(at, rest, 0);
  if (sizeof<T>() == 4) {
    if (lanes > 1) rest = v128.load_lane<T>(at, rest, 1, 4);
    if (lanes > 2) rest = v128.load_lane<T>(at, rest, 2, 8);
  }
  return rest;
}

/** Stores the first `lanes` (1 or more) elements alone. */
@inline
export function storePart<T>(at: usize, x: v128, lanes: i32): void {
  if (lanes == 16 / sizeof<T>()) {
    v128.store(at, x);
    return;
  }
  v128.store_lane<T>(at, x, 0);
  if (sizeof<T>() == 4) {
    if (lanes > 1) v128.store_lane<T>(at, x, 1, 4);
    if (lanes > 2) v128.store_lane<T>(at, x, 2, 8);
  }
}

/** The first two lanes in double precision. */
@inline
export function lowPair<T>(x: v128): v128 {
  return sizeof<T>() == 4 ? f64x2.promote_low_f32x4(x) : x;
}

/** The last two of four lanes in double precision. */
@inline
export function highPair(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 0));
}

/** Two pairs of lanes in the precision of T: the second is not used when T has two lanes itself. */
@inline
export function fromPairs<T>(low: v128, high: v128): v128 {
  if (sizeof<T>() == 8) return low;
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

@inline
export function laneSum(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** The largest lane. */
@inline
export function laneMax<T>(x: v128): T {
  x = v128.pmax<T>(x, v128.shuffle<i64>(x, x, 1, 0));
  if (sizeof<T>() == 4) x = v128.pmax<T>(x, v128.shuffle<i32>(x, x, 1, 0, 3, 2));
  return v128.extract_lane<T>(x, 0);
}
