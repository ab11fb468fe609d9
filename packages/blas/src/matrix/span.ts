import type { FloatArray } from "@rushlight/tensor";

/** The largest count or distance that a BLAS takes: its integers have 32 bits. */
const LARGEST = 2 ** 31 - 1;

/**
 * True for a matrix that a BLAS can be given: not empty, with rows that do not overlap, inside its array. A native function
 * that writes outside of it destroys the program, so this is checked although kernels check nothing; an array whose memory
 * was given away has no elements, and does not pass either.
 */
export function matrixFits(x: FloatArray, offset: number, rows: number, columns: number, leading: number): boolean {
  return (
    rows > 0 &&
    columns > 0 &&
    offset >= 0 &&
    rows <= LARGEST &&
    leading >= columns &&
    leading <= LARGEST &&
    offset + (rows - 1) * leading + columns <= x.length
  );
}

/** The same for a vector. BLAS walks negative strides from the other end, and leaves the stride 0 open. */
export function vectorFits(x: FloatArray, offset: number, count: number, stride: number): boolean {
  return (
    count > 0 &&
    offset >= 0 &&
    count <= LARGEST &&
    stride > 0 &&
    stride <= LARGEST &&
    offset + (count - 1) * stride < x.length
  );
}

/**
 * True for a factor that is 0 in either precision. BLAS does not read what it multiplies by 0, and the kernels do: 0 times
 * NaN is NaN.
 */
export function vanishes(factor: number): boolean {
  return Math.fround(factor) === 0;
}
