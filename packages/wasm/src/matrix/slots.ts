/** The scratch memory for copies of the first operand. */
export const FIRST = 0;
/** The scratch memory for copies of the second operand. */
export const SECOND = 1;
/** The scratch memory for copies of the result. */
export const RESULT = 2;
/** The scratch memory for what kernels pack and add up. */
export const PACKS = 3;

/** What a matrix product packs: scales, a block of A, and a group of panels of B; see `assembly/matrix/gemm.ts`. */
export const PACKS_BYTES: number = 64 + 294_912 + 16_384;
