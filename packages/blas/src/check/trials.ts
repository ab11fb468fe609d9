import { type FloatArray, plainBackend } from "@rushlight/tensor";
import type { BlasKernels } from "../backend/blasKernels.ts";
import { trialValues } from "./trialValues.ts";

/** The operations that a BLAS computes. */
export type Operation = keyof BlasKernels;

/** All of them. */
export const operations: readonly Operation[] = ["gemm", "gemv", "ger", "dot", "add"];

/**
 * What the operands are: finite numbers, with NaN and infinities among them, or finite with a destination of NaN, which must
 * not be read when beta is 0.
 */
export type Operands = "finite" | "special" | "unread";

/** What is tried with each operation. */
export interface Trial {
  readonly wide: boolean;
  readonly operands: Operands;
  readonly size: readonly [m: number, n: number, k: number];
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly alpha: number;
  readonly beta: number;
  /** What lies between the rows of matrices, and the stride of vectors less 1. */
  readonly gap: number;
  /** What the values of the operands are made from. */
  readonly seed: number;
}

/** The kernels that others are compared with: exact for the small integers that are tried. */
export const plainKernels: BlasKernels = { ...plainBackend.matrix, add: plainBackend.zip.add };

const OFFSET = 3;

/**
 * The destination of an operation after a trial, with all that lies around it: so writes beside the result show up too.
 */
export function tried(kernels: BlasKernels, operation: Operation, trial: Trial): FloatArray {
  const { wide, operands, size, transposeA, transposeB, alpha, beta, gap, seed } = trial;
  const [m, n, k] = size;
  const stride = 1 + gap;
  const special = operands === "special";
  const values = (rows: number, columns: number, which: number): FloatArray =>
    trialValues(wide, OFFSET + rows * (columns + gap), seed + which, special);
  const vector = (count: number, which: number): FloatArray =>
    trialValues(wide, OFFSET + count * stride, seed + which, special);
  const destination = (array: FloatArray): FloatArray =>
    operands === "unread" && beta === 0 ? array.fill(Number.NaN) : array;
  if (operation === "gemm") {
    const [aRows, aColumns] = transposeA ? [k, m] : [m, k];
    const [bRows, bColumns] = transposeB ? [n, k] : [k, n];
    const a = values(aRows, aColumns, 1);
    const b = values(bRows, bColumns, 2);
    const c = destination(values(m, n, 3));
    const [aLeading, bLeading, cLeading] = [aColumns + gap, bColumns + gap, n + gap];
    kernels.gemm(
      ...([transposeA, transposeB, m, n, k, alpha, a, OFFSET, aLeading, b, OFFSET, bLeading] as const),
      ...([beta, c, OFFSET, cLeading] as const),
    );
    return c;
  }
  if (operation === "gemv") {
    const x = vector(transposeA ? m : n, 2);
    const y = destination(vector(transposeA ? n : m, 3));
    const a = values(m, n, 1);
    kernels.gemv(transposeA, m, n, alpha, a, OFFSET, n + gap, x, OFFSET, stride, beta, y, OFFSET, stride);
    return y;
  }
  if (operation === "ger") {
    const a = values(m, n, 3);
    kernels.ger(m, n, alpha, vector(m, 1), OFFSET, stride, vector(n, 2), OFFSET, stride, a, OFFSET, n + gap);
    return a;
  }
  const count = m * n;
  const [x, y] = [vector(count, 1), vector(count, 2)];
  if (operation === "dot") return Float64Array.of(kernels.dot(count, x, OFFSET, stride, y, OFFSET, stride));
  kernels.add(count, x, OFFSET, stride, y, OFFSET, stride, x, OFFSET, stride, alpha, 0);
  return x;
}

/** What is tried with an operation: every way to do it with large operands, and many small ones of all shapes. */
export function trials(operation: Operation, operands: Operands): readonly Trial[] {
  const transposesOfA = operation === "gemm" || operation === "gemv" ? both : [false];
  const transposesOfB = operation === "gemm" ? both : [false];
  const large = both.flatMap((wide) =>
    transposesOfA.flatMap((transposeA) =>
      transposesOfB.map((transposeB): Trial => ({ ...LARGE, wide, operands, transposeA, transposeB })),
    ),
  );
  return [...Array.from({ length: SMALL }, (_, i) => smallTrial(i, operands)), ...large];
}

const both = [false, true];

/** It takes whole vectors in all directions, and leaves a rest. */
const LARGE = { size: [40, 35, 65], alpha: 2, beta: -1, gap: 1, seed: 1 } as const;

/** How many small ones there are: some libraries have other code for one or two rows, and for vectors of few elements. */
const SMALL = 72;

function smallTrial(i: number, operands: Operands): Trial {
  const sides = [1, 2, 3, 5, 9, 17];
  const side = (step: number): number => sides[Math.floor(i / step) % sides.length];
  return {
    ...{ operands, wide: i % 2 === 1, transposeA: i % 4 > 1, transposeB: i % 8 > 3 },
    size: [side(1), side(5), side(7)],
    alpha: [1, 2, -1][i % 3],
    beta: [0, -3, 1][Math.floor(i / 3) % 3],
    gap: i % 5 === 4 ? 2 : 0,
    seed: 3 * i,
  };
}
