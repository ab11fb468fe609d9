import { ArgumentError, checkOptions, type FloatArray } from "@rushlight/tensor";
import { checkWhole } from "../reshape/checks.ts";
import { Interpolation } from "./Interpolation.ts";
import { Repetition } from "./Repetition.ts";
import { Resampling } from "./Resampling.ts";
import type { Sampler } from "./Sampler.ts";

/** The extents that an output is to have, whatever those of the input are. */
export interface UpSamplingSize {
  /** The depth of the output, for volumes. */
  readonly odepth?: number;
  /** The height of the output. */
  readonly oheight: number;
  /** The width of the output. */
  readonly owidth: number;
}

/** Larger planes, whose elements are repeated or lie on lines between those of the input. */
export abstract class UpSamplingLayer extends Resampling {
  /** The factor by which each dimension grows; undefined when the size of the output is given. */
  readonly scaleFactor: number | undefined;
  /** The size of the output, if it was given. */
  readonly outputSizes: UpSamplingSize | undefined;
  /** Whether elements are repeated, or interpolated. */
  readonly mode: "nearest" | "linear";
  private readonly sampler: Sampler;

  /**
   * @param sizeNames the names that a size has
   * @throws ArgumentError for factors and extents that are not whole numbers from 1, and for names that do not exist
   */
  constructor(mode: "nearest" | "linear", size: number | UpSamplingSize, sizeNames: readonly (keyof UpSamplingSize)[]) {
    super();
    const name = this.constructor.name;
    this.mode = mode;
    this.sampler = mode === "linear" ? new Interpolation() : new Repetition();
    if (typeof size === "number") {
      this.scaleFactor = checkWhole(name, "a factor", size, 1);
      return;
    }
    checkOptions(name, size, sizeNames);
    if (mode === "nearest") throw new ArgumentError(`${name}: expected a factor for the mode nearest, got a size`);
    const { odepth, oheight, owidth } = size;
    if (odepth !== undefined) checkWhole(name, "a depth", odepth, 1);
    checkWhole(name, "a height", oheight, 1);
    checkWhole(name, "a width", owidth, 1);
    this.outputSizes = { ...size };
  }

  protected override outputExtent(dimension: number, extent: number): number {
    const { scaleFactor, outputSizes } = this;
    if (outputSizes === undefined) return extent * (scaleFactor ?? 1);
    const { odepth, oheight, owidth } = outputSizes;
    return [odepth ?? 0, oheight, owidth][dimension];
  }

  protected override prepare(): void {
    this.sampler.prepare(this.inputExtents, this.outputExtents);
  }

  protected override sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    this.sampler.sample(planes, x, xOffset, y, yOffset);
  }

  protected override sampleBack(
    planes: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    this.sampler.sampleBack(planes, gradY, gradYOffset, gradX, gradXOffset);
  }
}
