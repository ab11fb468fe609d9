import type { Size } from "@rushlight/tensor";
import { GivenWindows } from "./GivenWindows.ts";

/**
 * A fixed number of windows along each dimension, which together reach over the whole input: window o of n begins at
 * ⌊o·extent/n⌋ and ends before ⌈(o + 1)·extent/n⌉.
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
        bounds[at] = Math.floor((o * extent) / count);
        bounds[at + count] = Math.ceil(((o + 1) * extent) / count);
      }
      at += count;
    }
  }

  protected override outputExtent(d: number): number {
    return this.counts[d];
  }
}
