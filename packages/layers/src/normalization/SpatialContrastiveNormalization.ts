import { Module } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { checkWhole } from "../reshape/checks.ts";
import { averagingKernel } from "./averagingKernel.ts";
import { checkNumbers } from "./checkNumbers.ts";
import { checkImages, checkImagesBack } from "./LocalNormalization.ts";
import { SpatialDivisiveNormalization } from "./SpatialDivisiveNormalization.ts";
import { SpatialSubtractiveNormalization } from "./SpatialSubtractiveNormalization.ts";

/**
 * Images without their local mean, divided by their local deviation: {@link SpatialSubtractiveNormalization}, then
 * {@link SpatialDivisiveNormalization}. Torch's `nn.SpatialContrastiveNormalization`, from Jarrett et al., "What is the Best
 * Multi-Stage Architecture for Object Recognition?", 2009.
 *
 * Shapes: `[C, H, W]`, `[N, C, H, W]`. The gradient goes through both in turn.
 *
 * @example
 * ```ts
 * import { SpatialContrastiveNormalization } from "@rushlight/layers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const normalization = new SpatialContrastiveNormalization(2, ones(1));
 * const x = tensor([5, 1]).view(2, 1, 1);
 * console.log(normalization.forward(x).view(2).toArray()); // [ 1, -1 ]
 * ```
 */
export class SpatialContrastiveNormalization extends Module {
  /** The planes of an image. */
  readonly nInputPlane: number;
  private readonly shownKernel: string;
  private readonly subtractive: SpatialSubtractiveNormalization;
  private readonly divisive: SpatialDivisiveNormalization;

  /**
   * @param nInputPlane the planes of an image; 1 when left out
   * @param kernel the weights of a neighbourhood, `[kH, kW]`, or `[k]` for rows and columns alike, with odd sizes; 9×9 equal
   * ones when left out. They need not add up to 1, and stay as they are.
   * @param threshold what deviations must be above to be divided by; 1e-4 when left out
   * @param thresval what is divided by in place of the others; the threshold when left out
   * @throws ArgumentError for planes below 1, for kernels of other sizes or with a sum of 0, and for thresholds that are no
   * numbers
   */
  constructor(nInputPlane = 1, kernel?: Tensor, threshold = 1e-4, thresval: number = threshold) {
    super();
    this.nInputPlane = checkWhole("SpatialContrastiveNormalization", "a number of planes", nInputPlane, 1);
    const weights = averagingKernel("SpatialContrastiveNormalization", kernel);
    checkNumbers("SpatialContrastiveNormalization", { threshold, thresval });
    this.subtractive = new SpatialSubtractiveNormalization(nInputPlane, weights);
    this.divisive = new SpatialDivisiveNormalization(nInputPlane, weights, threshold, thresval);
    this.shownKernel = weights.size().join("x");
  }

  override updateOutput(input: Tensor): Tensor {
    checkImages(this, input, this.nInputPlane);
    this.output = this.divisive.forward(this.subtractive.forward(input));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkImagesBack(this, input, gradOutput, this.nInputPlane);
    const { subtractive, divisive } = this;
    this.gradInput = subtractive.updateGradInput(input, divisive.updateGradInput(subtractive.output, gradOutput));
    return this.gradInput;
  }

  override clearState(): this {
    this.subtractive.clearState();
    this.divisive.clearState();
    return super.clearState();
  }

  override describe(): string {
    return `SpatialContrastiveNormalization(${this.nInputPlane}, ${this.shownKernel})`;
  }
}
