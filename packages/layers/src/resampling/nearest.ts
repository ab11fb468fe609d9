/** The position of the input that is nearest to one that may lie outside of it. */
export function nearest(at: number, extent: number): number {
  return Math.min(Math.max(at, 0), extent - 1);
}
