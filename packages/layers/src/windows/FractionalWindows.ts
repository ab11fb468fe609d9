import type { Size } from "@rushlight/tensor";
import { GivenWindows } from "./GivenWindows.ts";

/**
 * Windows of one size whose distances differ by at most 1, at random: with α = (extent − size)/(n − 1) and u drawn from
 * [0, 1), window o of n begins at ⌊(o + u)·α⌋ − ⌊u·α⌋, and the last one at extent − size. Each plane has a u of its own for
 * each dimension.
 */
export class FractionalWindows extends GivenWindows {
  /** The sizes of windows, outermost dimension first. */
  readonly sizes: Size;
  private readonly targets: Size;

  /** @param targets how many windows there are, or how many for each element of the input when below 1 */
  constructor(sizes: Size, targets: Size) {
    super(sizes.length);
    this.sizes = sizes;
    this.targets = targets;
  }

  /** Whether windows of an input can begin at different positions, one at least between them. */
  haveRoom(): boolean {
    const outputs = this.outputExtents();
    return this.inputExtents().every((extent, d) => outputs[d] + this.sizes[d] - 1 < extent);
  }

  /**
   * Computes where windows begin and end.
   *
   * @param draws the u of each plane, for the innermost dimension first
   */
  place(planes: number, draws: Float64Array): void {
    this.resizeBounds(planes, this.boundsSize);
    const { dimensions, sizes } = this;
    const inputs = this.inputExtents();
    const outputs = this.outputExtents();
    const bounds = this.bounds.storage().data;
    let at = this.bounds.storageOffset();
    for (let plane = 0; plane < planes; plane++) {
      for (let outer = dimensions; outer < 3; outer++, at += 2) {
        bounds[at] = 0;
        bounds[at + 1] = 1;
      }
      for (let d = 0; d < dimensions; d++) {
        const u = draws[(plane + 1) * dimensions - 1 - d];
        const last = outputs[d] - 1;
        const alpha = (inputs[d] - sizes[d]) / last;
        for (let o = 0; o <= last; o++, at++) {
          const begin = o === last ? inputs[d] - sizes[d] : Math.floor((o + u) * alpha) - Math.floor(u * alpha);
          bounds[at] = begin;
          bounds[at + outputs[d]] = begin + sizes[d];
        }
        at += outputs[d];
      }
    }
  }

  protected override outputExtent(d: number, extent: number): number {
    const target = this.targets[d];
    return target < 1 ? Math.floor(extent * target) : target;
  }
}
