import type { FloatArray } from "@rushlight/tensor";
import { checkWhole } from "../reshape/checks.ts";
import type { PerDimension } from "./Extents.ts";
import { Resampling } from "./Resampling.ts";
import type { Sampler } from "./Sampler.ts";

/** How many elements are added at either end of a dimension; below 0, how many are left out. */
export type Ends = readonly [before: number, behind: number];

/** Planes with borders around them. */
export abstract class PaddingLayer extends Resampling {
  protected readonly ends: PerDimension<Ends>;

  /** @throws ArgumentError for numbers that are not whole */
  constructor(ends: PerDimension<Ends>) {
    super();
    for (const end of ends.flat()) checkWhole(this.constructor.name, "a padding", end);
    this.ends = ends;
  }

  /** What puts borders around planes. */
  protected abstract readonly border: Sampler;

  protected override outputExtent(dimension: number, extent: number): number {
    const [before, behind] = this.ends[dimension];
    return extent + before + behind;
  }

  protected override prepare(): void {
    this.border.prepare(this.inputExtents, this.outputExtents);
  }

  protected override sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    this.border.sample(planes, x, xOffset, y, yOffset);
  }

  protected override sampleBack(
    planes: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    this.border.sampleBack(planes, gradY, gradYOffset, gradX, gradXOffset);
  }
}
