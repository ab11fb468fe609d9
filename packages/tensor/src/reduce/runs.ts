import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";

/**
 * What a reduction makes of `count` runs of a tensor that begin `step` apart, the first at `start`: totals[i] becomes
 * the number for run i.
 */
export type RunTotals = (count: number, start: number, step: number, totals: Float64Array) => void;

/** How many runs are reduced at once: their totals stay in the fastest cache. */
export const RUNS_AT_ONCE = 1024;

const totals = new Float64Array(RUNS_AT_ONCE);
const loop = new StridedLoop();

/**
 * y ← a number for each run of x along a dimension, in double precision until it is stored; y has x's size with that
 * dimension 1. Nothing is allocated.
 */
export function totalsInto(x: StridedElements, y: StridedElements, totalsOf: RunTotals): void {
  const to = y.storage().data;
  // The loop walks y; x goes along without its reduced dimension, which is 1 in y.
  loop.begin(y.size(), x.stride(), y.stride(), y.stride());
  do {
    for (let first = 0; first < loop.count; first += RUNS_AT_ONCE) {
      const count = Math.min(RUNS_AT_ONCE, loop.count - first);
      totalsOf(count, x.storageOffset() + loop.x + first * loop.xStride, loop.xStride, totals);
      let iy = y.storageOffset() + loop.y + first * loop.yStride;
      for (let i = 0; i < count; i++, iy += loop.yStride) to[iy] = totals[i];
    }
  } while (loop.advance());
}
