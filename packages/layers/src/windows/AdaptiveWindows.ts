import type { Size } from "@rushlight/tensor";
import { GivenWindows } from "./GivenWindows.ts";

/**
 * A fixed number of windows along each dimension, which together reach over the whole input: window o of n begins at
 * ⌊o/n·extent⌋ and ends before ⌈(o + 1)/n·extent⌉, where the quotient and the product are rounded to float32 as in Torch7.
 */
export class AdaptiveWindows extends GivenWindows {
  private readonly counts: Size;

  /** @param counts how many windows there are, outermost dimension first */
  constructor(counts: Size) {
    super(counts.length);
    this.counts = counts;
  }

  override fit(time: number, height: number, width: number): void {
    super.fit(time, height, width);
    this.resizeBounds(1, 0);
    const bounds = this.bounds.storage().data;
    let at = this.bounds.storageOffset();
    for (const [extent, count] of [
      [time, this.outputTime],
      [height, this.outputHeight],
      [width, this.outputWidth],
    ]) {
      for (let o = 0; o < count; o++, at++) {
        bounds[at] = Math.floor(shareOf(extent, o, count));
        bounds[at + count] = Math.ceil(shareOf(extent, o + 1, count));
      }
      at += count;
    }
  }

  protected override outputExtent(d: number): number {
    return this.counts[d];
  }
}

/** So many nths of an extent, in float32. */
function shareOf(extent: number, parts: number, n: number): number {
  return Math.fround(Math.fround(parts / n) * extent);
}
