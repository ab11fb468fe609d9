import type { FloatArray } from "@rushlight/tensor";
import type { Extents, PerDimension } from "./Extents.ts";
import { gather, gatherBack, type Positions } from "./gather.ts";
import type { Ends } from "./PaddingLayer.ts";
import type { Sampler } from "./Sampler.ts";

/**
 * Where an element of a larger plane comes from.
 *
 * @param at where it lies, counted in the input: below 0 before it, from `extent` on behind it
 * @returns a position in the input
 */
export type Source = (at: number, extent: number) => number;

/** Borders whose elements are those of the planes. */
export class CopiedBorder implements Sampler {
  private readonly ends: PerDimension<Ends>;
  private readonly source: Source;
  private extents: Extents = [0, 0, 0];
  private positions: Positions = [new Int32Array(), new Int32Array(), new Int32Array()];

  constructor(ends: PerDimension<Ends>, source: Source) {
    this.ends = ends;
    this.source = source;
  }

  /** Takes over the extents of a plane of the input and of the output. */
  prepare(input: Extents, output: Extents): void {
    this.extents = input;
    this.positions = [
      this.positionsAlong(0, input, output),
      this.positionsAlong(1, input, output),
      this.positionsAlong(2, input, output),
    ];
  }

  /** y ← x with borders. */
  sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    gather(planes, this.extents, this.positions, x, xOffset, y, yOffset);
  }

  /** gradX ← gradX + gradY, each element where it comes from. */
  sampleBack(planes: number, gradY: FloatArray, gradYOffset: number, gradX: FloatArray, gradXOffset: number): void {
    gatherBack(planes, this.extents, this.positions, gradY, gradYOffset, gradX, gradXOffset);
  }

  private positionsAlong(dimension: number, input: Extents, output: Extents): Int32Array {
    const [before] = this.ends[dimension];
    return Int32Array.from({ length: output[dimension] }, (_, at) => this.source(at - before, input[dimension]));
  }
}
