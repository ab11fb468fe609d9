import type { Windows } from "../windows/Windows.ts";
import { Convolution } from "./Convolution.ts";
import { type ConvolutionOptions, checkChannels } from "./ConvolutionLayer.ts";
import { FramePieces } from "./products/FramePieces.ts";
import type { Products } from "./products/Products.ts";
import { UnfoldedFrames } from "./products/UnfoldedFrames.ts";

/** The shortest pieces of windows that are worth a product of their own. */
const LEAST_PIECE = 16;

/**
 * A convolution over sequences of frames: y[t, o] = b[o] + Σₖ Σᵢ w[o, k·in + i] · x[t·dW + k, i]. Torch's
 * `nn.TemporalConvolution`.
 *
 * The gradients are dx[t·dW + k, i] = Σ w[o, k·in + i]·dy[t, o] over all t and k that meet there,
 * dw[o, k·in + i] += Σₜ dy[t, o]·x[t·dW + k, i], db[o] += Σₜ dy[t, o].
 *
 * Shapes: `[T, in] → [oT, out]`, `[N, T, in] → [N, oT, out]` with oT = ⌊(T − kW)/dW⌋ + 1; `weight` is `[out, kW·in]`, `bias`
 * `[out]`. Both are drawn uniform from ±1/√(kW·in), weight first. There is no padding.
 *
 * @example
 * ```ts
 * import { TemporalConvolution } from "@rushlight/layers";
 * import { manualSeed, ones, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new TemporalConvolution(5, 8, 3);
 * console.log(convolution.weight.size()); // [ 8, 15 ]
 * console.log(convolution.forward(randn(2, 10, 5)).size()); // [ 2, 8, 8 ]
 *
 * const moving = new TemporalConvolution(1, 1, 2, 2, { bias: false });
 * moving.weight.fill(0.5);
 * console.log(moving.forward(ones(4, 1)).toArray()); // [ [ 1 ], [ 1 ] ]
 * ```
 */
export class TemporalConvolution extends Convolution {
  /** The features of a frame of the input. */
  readonly inputFrameSize: number;
  /** The features of a frame of the output. */
  readonly outputFrameSize: number;

  /**
   * @param inputFrameSize in, at least 1
   * @param outputFrameSize out, at least 1
   * @param kW the frames of the kernel
   * @param dW how many frames windows are apart; 1 when left out
   * @throws ArgumentError for features, kernels or strides below 1, and options that do not exist
   */
  constructor(inputFrameSize: number, outputFrameSize: number, kW: number, dW = 1, options: ConvolutionOptions = {}) {
    checkChannels("TemporalConvolution", "features", inputFrameSize, outputFrameSize);
    super(
      { kernel: [kW], stride: [dW], pad: [0], dilation: [1] },
      {
        weight: [outputFrameSize, kW * inputFrameSize],
        bias: [outputFrameSize],
        terms: kW * inputFrameSize,
        layout: "frames",
        products: (windows) => productsFor(windows, inputFrameSize, outputFrameSize),
      },
      options,
    );
    this.inputFrameSize = inputFrameSize;
    this.outputFrameSize = outputFrameSize;
  }

  protected override get inputChannels(): number {
    return this.inputFrameSize;
  }

  protected override get outputChannels(): number {
    return this.outputFrameSize;
  }

  protected override get printed(): readonly string[] {
    return [`${this.inputFrameSize} -> ${this.outputFrameSize}`, ...this.printedWindows()];
  }

  override toString(): string {
    return "nn.TemporalConvolution";
  }
}

function productsFor(windows: Windows, features: number, outputs: number): Products {
  const inPieces = windows.strideHeight >= windows.kernelHeight || windows.strideHeight * features >= LEAST_PIECE;
  return new (inPieces ? FramePieces : UnfoldedFrames)(windows, features, outputs);
}
