// The largest and the smallest element of a dense run, and where an element is.

/** The larger or, with `least`, the smaller of each lane; the first where they compare in no way, as with NaN. */
@inline
function extreme<T>(least: bool, a: v128, b: v128): v128 {
  return least ? v128.pmin<T>(a, b) : v128.pmax<T>(a, b);
}

/** Lanes that hold NaN. */
@inline
function unordered<T>(x: v128): v128 {
  return v128.ne<T>(x, x);
}

/** A bit for each lane of a mask. */
@inline
function signs<T>(mask: v128): i32 {
  return sizeof<T>() == 4 ? i32x4.bitmask(mask) : i64x2.bitmask(mask);
}

/**
 * NaN when there is one. The bare instruction `max` costs several on x86 because it keeps NaN; `pmax` is one, and NaN is
 * looked for on the side.
 */
@inline
function extremeOf<T>(least: bool, count: i32, x: usize): T {
  const lanes: i32 = 16 / sizeof<T>();
  const worst = <T>(least ? Infinity : -Infinity);
  let result = worst;
  let rest = count;
  let at = x;
  if (count >= lanes) {
    let m0 = v128.splat<T>(worst);
    let n0 = v128.splat<i32>(0);
    if (count >= 4 * lanes) {
      let m1 = m0;
      let m2 = m0;
      let m3 = m0;
      let n1 = n0;
      do {
        const x0 = v128.load(at);
        const x1 = v128.load(at, 16);
        const x2 = v128.load(at, 32);
        const x3 = v128.load(at, 48);
        m0 = extreme<T>(least, m0, x0);
        m1 = extreme<T>(least, m1, x1);
        m2 = extreme<T>(least, m2, x2);
        m3 = extreme<T>(least, m3, x3);
        n0 = v128.or(n0, v128.or(unordered<T>(x0), unordered<T>(x1)));
        n1 = v128.or(n1, v128.or(unordered<T>(x2), unordered<T>(x3)));
        at += 64;
        rest -= 4 * lanes;
      } while (rest >= 4 * lanes);
      m0 = extreme<T>(least, extreme<T>(least, m0, m1), extreme<T>(least, m2, m3));
      n0 = v128.or(n0, n1);
    }
    for (; rest > 0; rest -= lanes, at += 16) {
      // The last vector may reach back to elements that were seen: that changes no extreme.
      if (rest < lanes) at -= (lanes - rest) * sizeof<T>();
      const last = v128.load(at);
      m0 = extreme<T>(least, m0, last);
      n0 = v128.or(n0, unordered<T>(last));
    }
    if (v128.any_true(n0)) return <T>NaN;
    m0 = extreme<T>(least, m0, v128.shuffle<i64>(m0, m0, 1, 0));
    if (sizeof<T>() == 4) m0 = extreme<T>(least, m0, v128.shuffle<i32>(m0, m0, 1, 0, 3, 2));
    result = v128.extract_lane<T>(m0, 0);
  } else {
    for (; rest > 0; rest--, at += sizeof<T>()) {
      const value = load<T>(at);
      if (value != value) return value;
      if (least ? value < result : value > result) result = value;
    }
  }
  // Zeros of both signs are equal: the first one counts.
  if (result == 0) result = load<T>(x + (<usize>find<T>(count, x, 0) << alignof<T>()));
  return result;
}

/** Where the first element is that equals a value, or the first NaN when that is NaN. There must be one. */
function find<T>(count: i32, x: usize, value: T): i32 {
  const lanes: i32 = 16 / sizeof<T>();
  const any = v128.splat<T>(value);
  const missing = value != value;
  let i = 0;
  for (; i + lanes <= count; i += lanes, x += 16) {
    const here = v128.load(x);
    const mask = signs<T>(missing ? unordered<T>(here) : v128.eq<T>(here, any));
    if (mask != 0) return i + ctz(mask);
  }
  for (; i < count; i++, x += sizeof<T>()) {
    const here = load<T>(x);
    if (missing ? here != here : here == value) return i;
  }
  return count;
}

export function reduce_max_f32(count: i32, x: usize): f32 {
  return extremeOf<f32>(false, count, x);
}
export function reduce_max_f64(count: i32, x: usize): f64 {
  return extremeOf<f64>(false, count, x);
}

export function reduce_min_f32(count: i32, x: usize): f32 {
  return extremeOf<f32>(true, count, x);
}
export function reduce_min_f64(count: i32, x: usize): f64 {
  return extremeOf<f64>(true, count, x);
}

export function reduce_find_f32(count: i32, x: usize, value: f32): i32 {
  return find<f32>(count, x, value);
}
export function reduce_find_f64(count: i32, x: usize, value: f64): i32 {
  return find<f64>(count, x, value);
}
