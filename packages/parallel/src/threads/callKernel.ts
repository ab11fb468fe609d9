import { OPERANDS } from "./Control.ts";

/** A kernel: a function of numbers that passes over those that it does not have. */
export type Kernel = (...operands: number[]) => number;

/** Calls a kernel with the operands of a part. Spelled out, since a spread makes an array at each call. */
export function callKernel(kernel: Kernel, o: Float64Array, part: number): number {
  const i = part * OPERANDS;
  return kernel(
    o[i],
    o[i + 1],
    o[i + 2],
    o[i + 3],
    o[i + 4],
    o[i + 5],
    o[i + 6],
    o[i + 7],
    o[i + 8],
    o[i + 9],
    o[i + 10],
    o[i + 11],
    o[i + 12],
    o[i + 13],
    o[i + 14],
    o[i + 15],
  );
}
