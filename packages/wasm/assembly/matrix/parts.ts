// Parts of vectors, for the ends of rows: the lanes that there are go through the same arithmetic as full vectors.

/** Lanes of a vector. */
@inline
export function lanesOf<T>(): i32 {
  return 16 / sizeof<T>();
}

/** The first `count` lanes from memory, fewer than a vector has; the others 0. */
export function loadPart<T>(from: usize, count: i32): v128 {
  if (sizeof<T>() == 8) return v128.load64_zero(from);
  if (count == 1) return v128.load32_zero(from);
  let part = v128.load64_zero(from);
  if (count == 3) part = v128.load32_lane(from, part, 2, 8);
  return part;
}

/** The first `count` lanes to memory, fewer than a vector has. */
export function storePart<T>(to: usize, part: v128, count: i32): void {
  if (sizeof<T>() == 8) {
    v128.store64_lane(to, part, 0);
  } else if (count == 1) {
    v128.store32_lane(to, part, 0);
  } else {
    v128.store64_lane(to, part, 0);
    if (count == 3) v128.store32_lane(to, part, 2, 8);
  }
}
