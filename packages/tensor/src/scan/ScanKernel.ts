/** What is accumulated along a run. */
export type ScanOperation = "sum" | "product";

/** z[i] ← what elements 0 to i of x come to. Element i of an operand is at `offset + i·stride`; z may be x. */
export type ScanKernel<A> = (
  count: number,
  x: A,
  xOffset: number,
  xStride: number,
  z: A,
  zOffset: number,
  zStride: number,
) => void;
