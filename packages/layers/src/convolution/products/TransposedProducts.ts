import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import { accumulateBias } from "./bias.ts";
import type { Products } from "./Products.ts";

/**
 * The products of a convolution the other way round: what it leads gradients back with is the map, and what it computes is
 * how gradients are led back.
 */
export class TransposedProducts implements Products {
  private readonly windows: Windows;
  private readonly outputs: number;
  private readonly convolution: Products;

  /**
   * @param windows what the convolution moves over the outputs of this map
   * @param outputs the planes of an output of this map
   * @param convolution from outputs of this map to its inputs
   */
  constructor(windows: Windows, outputs: number, convolution: Products) {
    this.windows = windows;
    this.outputs = outputs;
    this.convolution = convolution;
  }

  /** y ← bias + the transposed weights times x: what the convolution leads back. */
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
  ): void {
    this.convolution.backward(samples, x, xOffset, weight, weightOffset, y, yOffset);
    if (bias === undefined) return;
    const { outputs } = this;
    const { inputSize } = this.windows;
    const { addScalar } = backend().map;
    for (let plane = 0; plane < samples * outputs; plane++) {
      const at = yOffset + plane * inputSize;
      addScalar(inputSize, y, at, 1, y, at, 1, bias[biasOffset + (plane % outputs)], 0);
    }
  }

  /** gradX ← the convolution of gradY. */
  backward(
    samples: number,
    gradY: FloatArray,
    gradYOffset: number,
    weight: FloatArray,
    weightOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    const { convolution } = this;
    convolution.forward(samples, gradY, gradYOffset, weight, weightOffset, undefined, 0, gradX, gradXOffset);
  }

  /** gradWeight ← gradWeight + scale times the gradient with respect to the weights: input and gradient change places. */
  accumulate(
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
  ): void {
    const { convolution } = this;
    convolution.accumulate(samples, scale, gradY, gradYOffset, x, xOffset, gradWeight, gradWeightOffset);
  }

  /** gradBias ← gradBias + scale times the sums of the planes of gradY. */
  accumulateBias(
    samples: number,
    scale: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradBias: FloatArray,
    gradBiasOffset: number,
  ): void {
    const { outputs, windows } = this;
    accumulateBias(samples, outputs, windows.inputSize, scale, gradY, gradYOffset, gradBias, gradBiasOffset);
  }
}
