import type { FloatArray } from "./Backend.ts";

/**
 * Moves rows that are chosen by their numbers. Row i of an operand begins at `offset + i·stride` and lies dense. Indices lie
 * side by side.
 */
export type ChosenRowKernel = (
  count: number,
  size: number,
  indices: Int32Array,
  indicesOffset: number,
  x: FloatArray,
  xOffset: number,
  xStride: number,
  y: FloatArray,
  yOffset: number,
  yStride: number,
) => void;

/** What lookup tables and selections of rows compute with. */
export interface ChosenRowKernels {
  /** y[i] ← x[indices[i]] */
  gather: ChosenRowKernel;
  /** y[indices[i]] ← y[indices[i]] + x[i], one row after the other: an index may come several times. */
  scatterAdd: ChosenRowKernel;
}
