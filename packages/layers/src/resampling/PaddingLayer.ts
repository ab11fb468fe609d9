import type { FloatArray } from "@rushlight/tensor";
import { checkWhole } from "../reshape/checks.ts";
import type { Extents, PerDimension } from "./Extents.ts";
import { gather, gatherBack, type Positions } from "./gather.ts";
import { Resampling } from "./Resampling.ts";

/** How many elements are added at either end of a dimension; below 0, how many are left out. */
export type Ends = readonly [before: number, behind: number];

/** Planes with borders around them, whose elements come from the planes or are 0. */
export abstract class PaddingLayer extends Resampling {
  protected readonly ends: PerDimension<Ends>;
  private positions: Positions = [new Int32Array(), new Int32Array(), new Int32Array()];

  /** @throws ArgumentError for numbers that are not whole */
  constructor(ends: PerDimension<Ends>) {
    super();
    for (const end of ends.flat()) checkWhole(this.constructor.name, "a padding", end);
    this.ends = ends;
  }

  /**
   * Where an element of the output comes from.
   *
   * @param at where it lies, counted in the input: below 0 before it, from `extent` on behind it
   * @returns a position in the input, or −1 for an element that is 0
   */
  protected abstract source(at: number, extent: number): number;

  protected override outputExtent(dimension: number, extent: number): number {
    const [before, behind] = this.ends[dimension];
    return extent + before + behind;
  }

  protected override prepare(): void {
    const { inputExtents, outputExtents } = this;
    this.positions = [
      this.positionsAlong(0, inputExtents, outputExtents),
      this.positionsAlong(1, inputExtents, outputExtents),
      this.positionsAlong(2, inputExtents, outputExtents),
    ];
  }

  protected override sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    gather(planes, this.inputExtents, this.positions, x, xOffset, y, yOffset);
  }

  protected override sampleBack(
    planes: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    gatherBack(planes, this.inputExtents, this.positions, gradY, gradYOffset, gradX, gradXOffset);
  }

  private positionsAlong(dimension: number, input: Extents, output: Extents): Int32Array {
    const [before] = this.ends[dimension];
    return Int32Array.from({ length: output[dimension] }, (_, at) => this.source(at - before, input[dimension]));
  }
}
