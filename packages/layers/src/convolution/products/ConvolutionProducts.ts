import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import { accumulateBias, fillWithBias } from "./bias.ts";
import { sharedColumns } from "./columns.ts";
import { flip } from "./flip.ts";
import type { Products } from "./Products.ts";
import { RowWindows } from "./RowWindows.ts";
import { UnfoldedProducts } from "./UnfoldedProducts.ts";

// Where `convolve` was found to be faster than unfolding and a matrix product: with few outputs, for which unfolding takes
// as long as the product, rows long enough for its vectors, and windows that stay in the cache from one output to the next.

const MOST_OUTPUTS = 32;
const LEAST_WIDTH = 12;
const MOST_TERMS = 128;
/** The gradients of the weights go through memory in order, whatever there is of it. */
const MOST_TERMS_OF_GRADIENTS = 1024;

/**
 * The products of a convolution with dense operands: samples are `[planes, ...input]`, their outputs `[outputs, ...output]`,
 * the weights `[outputs, planes·kernel]`. Few outputs over windows side by side are computed from the samples as they are;
 * all others by unfolding and a matrix product.
 */
export class ConvolutionProducts implements Products {
  private readonly windows: Windows;
  private readonly planes: number;
  private readonly outputs: number;
  private readonly unfolded: UnfoldedProducts;
  private readonly rows: RowWindows;
  /** The convolution of the gradients with respect to the output that gives those with respect to the input. */
  private readonly back: RowWindows;
  private readonly leadsBack: boolean;

  constructor(windows: Windows, planes: number, outputs: number) {
    const { kernel, stride, pad, dilation } = windows.settings;
    const backPad = kernel.map((each, d) => dilation[d] * (each - 1) - pad[d]);
    this.windows = windows;
    this.planes = planes;
    this.outputs = outputs;
    this.unfolded = new UnfoldedProducts(windows, planes, outputs);
    this.rows = new RowWindows(windows.settings);
    this.leadsBack = stride.every((each) => each === 1) && backPad.every((each) => each >= 0);
    this.back = new RowWindows({ kernel, stride, pad: backPad, dilation });
  }

  /** y ← bias + W·windows(x). */
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
    const { windows, planes, outputs, rows } = this;
    if (this.isForRows(MOST_TERMS)) {
      rows.fit(windows.inputTime, windows.inputHeight, windows.inputWidth);
      rows.convolve(planes, outputs, samples, x, xOffset, weight, weightOffset, bias, biasOffset, y, yOffset);
      return;
    }
    if (bias !== undefined) fillWithBias(samples, outputs, windows.outputSize, bias, biasOffset, y, yOffset);
    const beta = bias === undefined ? 0 : 1;
    this.unfolded.forward(samples, x, xOffset, weight, weightOffset, beta, y, yOffset);
  }

  /** gradX ← the gradient with respect to x. */
  backward(
    samples: number,
    gradY: FloatArray,
    gradYOffset: number,
    weight: FloatArray,
    weightOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    const { windows, planes, outputs, back } = this;
    if (!this.isForRowsBack()) {
      const count = samples * planes * windows.inputSize;
      backend().map.fill(count, gradX, gradXOffset, 1, gradX, gradXOffset, 1, 0, 0);
      this.unfolded.backward(samples, gradY, gradYOffset, weight, weightOffset, gradX, gradXOffset);
      return;
    }
    back.fit(windows.outputTime, windows.outputHeight, windows.outputWidth);
    const { kernelSize } = windows;
    const weights = planes * outputs * kernelSize;
    const flipped = sharedColumns(gradY, weights + back.scratchSize(outputs, samples));
    flip(outputs, planes, kernelSize, weight, weightOffset, flipped, 0);
    back.convolve(outputs, planes, samples, gradY, gradYOffset, flipped, 0, undefined, 0, gradX, gradXOffset, weights);
  }

  /** gradWeight ← gradWeight + scale times the gradient with respect to the weights. */
  accumulate(
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    weightOffset: number,
  ): void {
    const { windows, planes, outputs, rows } = this;
    if (this.isForRows(MOST_TERMS_OF_GRADIENTS)) {
      rows.fit(windows.inputTime, windows.inputHeight, windows.inputWidth);
      rows.accumulateWeights(planes, outputs, samples, scale, x, xOffset, gradY, gradYOffset, gradWeight, weightOffset);
    } else {
      this.unfolded.accumulate(samples, scale, x, xOffset, gradY, gradYOffset, gradWeight, weightOffset);
    }
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
    const { windows, outputs } = this;
    accumulateBias(samples, outputs, windows.outputSize, scale, gradY, gradYOffset, gradBias, gradBiasOffset);
  }

  /** Whether `convolve` does what is asked for, and fast. */
  private isForRows(mostTerms: number): boolean {
    const { windows, planes, outputs } = this;
    return (
      outputs <= MOST_OUTPUTS &&
      planes * windows.kernelSize <= mostTerms &&
      windows.outputWidth >= LEAST_WIDTH &&
      windows.strideWidth === 1 &&
      !windows.isPointwise()
    );
  }

  /** The same for the gradients with respect to the input, where planes and outputs change places. */
  private isForRowsBack(): boolean {
    const { windows, planes, outputs } = this;
    return (
      this.leadsBack &&
      planes <= MOST_OUTPUTS &&
      outputs * windows.kernelSize <= MOST_TERMS &&
      windows.inputWidth >= LEAST_WIDTH &&
      !windows.isPointwise()
    );
  }
}
