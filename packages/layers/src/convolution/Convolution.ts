import type { Tensor } from "@rushlight/tensor";
import { ConvolutionLayer } from "./ConvolutionLayer.ts";

/**
 * A convolution in one to three dimensions: each window of a sample goes through a linear map. As in Torch it is a
 * cross-correlation: kernels are not flipped.
 */
export abstract class Convolution extends ConvolutionLayer {
  override updateOutput(input: Tensor): Tensor {
    return this.convolve(input);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.convolveBack(input, gradOutput, this.gradInput);
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.accumulate(input, gradOutput, scale);
  }
}
