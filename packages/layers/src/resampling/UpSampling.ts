import { inputSizeError } from "@rushlight/module";
import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { UpSamplingLayer, type UpSamplingSize } from "./UpSamplingLayer.ts";

const modes = ["nearest", "linear", "bilinear", "trilinear"] as const;

/** How {@link UpSampling} enlarges; linear, bilinear and trilinear are one, for images and for volumes. */
export type UpSamplingMode = (typeof modes)[number];

const sizeNames: readonly (keyof UpSamplingSize)[] = ["odepth", "oheight", "owidth"];

/**
 * Images or volumes enlarged, by repeating their elements or by linear interpolation. Torch's `nn.UpSampling`.
 *
 * With the mode nearest, y[…, i, j] = x[…, ⌊i/scale⌋, ⌊j/scale⌋], and dx is the sum of dy over the block of each element. With
 * the others, y is linear in each direction between the elements around a place, and the corners stay where they were, as
 * in {@link SpatialUpSamplingBilinear}.
 *
 * Shapes: `[N, C, H, W] → [N, C, H·scale, W·scale]`, `[N, C, D, H, W] → [N, C, D·scale, H·scale, W·scale]`, or with the
 * extents that are given.
 *
 * @example
 * ```ts
 * import { UpSampling } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[[[1, 4]]]]);
 * console.log(new UpSampling(2).forward(x).view(2, 4).toArray()); // [ [ 1, 1, 4, 4 ], [ 1, 1, 4, 4 ] ]
 * const linear = new UpSampling({ oheight: 1, owidth: 4 }, "linear");
 * console.log(linear.forward(x).view(4).toArray()); // [ 1, 2, 3, 4 ]
 * console.log(String(linear)); // nn.UpSampling(1x4, linear)
 * ```
 */
export class UpSampling extends UpSamplingLayer {
  protected override readonly inputFormat = "[N, C, H, W] or [N, C, D, H, W]";

  /**
   * @param size the factor by which each dimension grows or, unless elements are repeated, the extents of the output
   * @param mode how to enlarge; nearest when left out
   * @throws ArgumentError for factors and extents that are not whole numbers from 1, for extents with the mode nearest, and
   * for other modes
   */
  constructor(size: number | UpSamplingSize, mode: UpSamplingMode = "nearest") {
    if (!modes.includes(mode)) {
      throw new ArgumentError(`UpSampling: expected one of the modes ${modes.join(", ")}, got ${String(mode)}`);
    }
    super(mode === "nearest" ? "nearest" : "linear", size, sizeNames);
  }

  protected override planeDimsOf(inputDims: number): number | undefined {
    return inputDims === 4 || inputDims === 5 ? inputDims - 2 : undefined;
  }

  protected override checkInput(input: Tensor): void {
    const { outputSizes } = this;
    if (input.dim() === 5 && outputSizes !== undefined && outputSizes.odepth === undefined) {
      throw inputSizeError(this, "[N, C, H, W], as no depth was given for volumes", input);
    }
  }

  override toString(): string {
    return `nn.UpSampling(${this.shownSize()}, ${this.mode})`;
  }

  private shownSize(): string {
    const { outputSizes } = this;
    if (outputSizes === undefined) return `${this.scaleFactor}x`;
    const { odepth, oheight, owidth } = outputSizes;
    return [...(odepth === undefined ? [] : [odepth]), oheight, owidth].join("x");
  }
}
