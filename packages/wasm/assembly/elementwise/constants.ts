// Vectors with the same constant in every lane.

/** The value in every lane, rounded to T. */
@inline
export function splat<T>(value: f64): v128 {
  return v128.splat<T>(<T>value);
}

/** A pattern of bits in every lane: the first for float32, the second for float64. */
@inline
export function splatBits<T>(bits32: u32, bits64: u64): v128 {
  if (sizeof<T>() == 4) return i32x4.splat(bits32);
  return i64x2.splat(bits64);
}

/** -0 in every lane: the sign bit alone. */
@inline
export function signBit<T>(): v128 {
  return splatBits<T>(0x8000_0000, 0x8000_0000_0000_0000);
}
