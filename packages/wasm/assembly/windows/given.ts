// Windows that are given one by one: 32-bit integers, one begin for each extent of the output in time, then as many ends,
// then the same for height and for width.

/** Where windows begin in a dimension whose integers begin at `from`. */
@inline
export function beginOf(from: usize, o: i32): i32 {
  return load<i32>(from + (<usize>o << 2));
}

/** Where they end, for so many windows. */
@inline
export function endOf(from: usize, count: i32, o: i32): i32 {
  return load<i32>(from + (<usize>(count + o) << 2));
}
