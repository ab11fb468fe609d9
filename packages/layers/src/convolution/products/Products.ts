import type { FloatArray } from "@rushlight/tensor";

/**
 * The linear map of a convolution, for the extents that its windows were last fitted to, with dense operands that begin at
 * offsets: `samples` samples of x, and as many of y. None of these functions may be given operands that overlap.
 */
export interface Products {
  /** y ← bias + W·x; without a bias, y ← W·x. */
  forward(
    samples: number,
    x: FloatArray,
    xOffset: number,
    weight: FloatArray,
    weightOffset: number,
    bias: FloatArray | undefined,
    biasOffset: number,
    y: FloatArray,
    yOffset: number,
  ): void;

  /** gradX ← the gradient with respect to x; what was there is not read. */
  backward(
    samples: number,
    gradY: FloatArray,
    gradYOffset: number,
    weight: FloatArray,
    weightOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void;

  /** gradWeight ← gradWeight + scale times the gradient with respect to the weights. */
  accumulate(
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
  ): void;

  /** gradBias ← gradBias + scale times the gradient with respect to the bias. */
  accumulateBias(
    samples: number,
    scale: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradBias: FloatArray,
    gradBiasOffset: number,
  ): void;
}
