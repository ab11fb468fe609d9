import type { Kernel } from "./callKernel.ts";

/** What divides jobs: it says how many parts there are, takes the operands of each, and computes them. */
export interface Fork {
  /** The number that a kernel is known by. */
  numberOf(name: string): number;
  /**
   * How many parts to divide some work into; 1 for not at all. A job begins with that.
   *
   * @param leastPerPart from how much work on a part is worth its while
   * @param most how many parts there can be
   */
  partsFor(work: number, leastPerPart: number, most: number): number;
  /** Adds a part to the job that comes next. */
  put(...operands: number[]): void;
  /**
   * Computes the parts that were put.
   *
   * @returns 0, as kernels that write their results; what the parts gave is in {@link result}
   */
  run(number: number, kernel: Kernel): number;
  /** What a part of the last job gave. */
  result(part: number): number;
}

/** How many parts so many threads divide some work into, with the operands of {@link Fork.partsFor}. */
export function partsAmong(threads: number, work: number, leastPerPart: number, most: number): number {
  if (work < 2 * leastPerPart) return 1;
  return Math.max(1, Math.min(threads, Math.floor(work / leastPerPart), most));
}
