// A geometry is 18 32-bit integers: the time, height and width of the input, the kernel, the stride, the padding, the
// dilation and the output.

/** The extents of the input in time, height and width. */
export const INPUT: usize = 0;
/** The extents of the kernel. */
export const KERNEL: usize = 12;
/** How far apart windows begin. */
export const STRIDE: usize = 24;
/** How far before the input the first windows begin. */
export const PAD: usize = 36;
/** How far apart the positions of a window are. */
export const DILATION: usize = 48;
/** The extents of the output. */
export const OUTPUT: usize = 60;

@inline
export function time(geometry: usize, what: usize): i32 {
  return load<i32>(geometry + what);
}

@inline
export function height(geometry: usize, what: usize): i32 {
  return load<i32>(geometry + what, 4);
}

@inline
export function width(geometry: usize, what: usize): i32 {
  return load<i32>(geometry + what, 8);
}

/** The elements of a plane of the input or the output. */
@inline
export function extent(geometry: usize, what: usize): usize {
  return <usize>(time(geometry, what) * height(geometry, what) * width(geometry, what));
}

/** Of the positions `start + i·step` with i from 0 up to `count`: the first i whose position is not below 0. */
@inline
export function firstInside(start: i32, step: i32, count: i32): i32 {
  return start >= 0 ? 0 : min(count, (step - 1 - start) / step);
}

/** Of the same positions: the first i, from `first` on, whose position is not below `extent`. */
@inline
export function endInside(start: i32, step: i32, count: i32, extent: i32, first: i32): i32 {
  return start + (count - 1) * step < extent ? count : max(first, (extent - start + step - 1) / step);
}
