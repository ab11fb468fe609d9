import type { DType, Tensor } from "../../src/index.ts";
import type { Draw } from "./Draw.ts";

/**
 * An operation of tensors, for the properties that all operations have: `test/operations.test.ts` runs each on strided
 * and on contiguous operands, into destinations of every kind, and with guards around what it may touch.
 */
export interface Operation {
  /** How it is written: `x.cmul(y)`, `mm(a, b)`. */
  readonly name: string;
  /** The dtypes to try; float64 when left out. */
  readonly dtypes?: readonly DType[];
  /** Random operands: dense tensors that the operation takes. */
  readonly operands: (draw: Draw) => readonly Tensor[];
  /**
   * Runs it. What it returns, or the elements of the tensors in what it returns, and what it leaves in its operands must
   * not depend on how the operands lie in memory.
   */
  readonly run: (operands: readonly Tensor[], options: OperationOptions) => unknown;
  /** True when `run` passes its options on, so that destinations are tried. */
  readonly takesOut?: boolean;
  /** True when it takes memory even when its destination fits. */
  readonly allocates?: boolean;
  /** True when float results may differ in their last digits with the order of summation. */
  readonly sums?: boolean;
}

/** The destination, or the two of an operation that gives a pair, whatever their types. Absent when none is tried. */
export interface OperationOptions {
  readonly out?: never;
}
