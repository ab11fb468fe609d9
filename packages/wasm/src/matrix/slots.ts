// The scratch memory of the matrix products: copies of managed operands, and what the kernels pack.

export const FIRST = 0;
export const SECOND = 1;
export const RESULT = 2;
export const PACKS = 3;

/** What a matrix product packs: scales, a block of A of 192 × 256 elements, and a group of panels of B. */
export const PACKS_BYTES: number = 64 + 192 * 256 * 8 + 16_384;
