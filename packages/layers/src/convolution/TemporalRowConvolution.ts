import { checkOptions } from "@rushlight/tensor";
import { Convolution } from "./Convolution.ts";
import { type ConvolutionOptions, checkChannels } from "./ConvolutionLayer.ts";
import { FeatureProducts } from "./products/FeatureProducts.ts";
import { GroupedProducts } from "./products/GroupedProducts.ts";

/** Options of {@link TemporalRowConvolution}. */
export interface TemporalRowConvolutionOptions extends ConvolutionOptions {
  /** Whether samples are `[F, T]` and not `[T, F]`; false when left out. */
  readonly featFirst?: boolean;
}

const optionNames: readonly (keyof TemporalRowConvolutionOptions)[] = ["bias", "featFirst"];

/**
 * A convolution over sequences that does not mix features: y[t, f] = b[f] + Σₖ w[f, 0, k] · x[t·dW + k, f]. Torch's
 * `nn.TemporalRowConvolution`.
 *
 * The gradients are dx[t·dW + k, f] = Σ w[f, 0, k]·dy[t, f] over all t and k that meet there,
 * dw[f, 0, k] += Σₜ dy[t, f]·x[t·dW + k, f], db[f] += Σₜ dy[t, f].
 *
 * Shapes: `[T, F] → [oT, F]`, `[N, T, F] → [N, oT, F]` with oT = ⌊(T − kW)/dW⌋ + 1, or, when features come first,
 * `[F, T] → [F, oT]` and `[N, F, T] → [N, F, oT]`; `weight` is `[F, 1, kW]`, `bias` `[F]`. Both are drawn uniform from
 * ±1/√(kW·F), weight first. There is no padding. The output is contiguous in either form.
 *
 * @example
 * ```ts
 * import { TemporalRowConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new TemporalRowConvolution(5, 3);
 * console.log(convolution.forward(randn(10, 5)).size()); // [ 8, 5 ]
 * console.log(new TemporalRowConvolution(5, 3, 2, { featFirst: true }).forward(randn(5, 10)).size()); // [ 5, 4 ]
 * console.log(String(convolution)); // nn.TemporalRowConvolution(5, 3)
 * ```
 */
export class TemporalRowConvolution extends Convolution {
  /** The features of a frame. */
  readonly inputFrameSize: number;
  /** Whether samples are `[F, T]` and not `[T, F]`. */
  readonly featFirst: boolean;

  /**
   * @param inputFrameSize F, at least 1
   * @param kW the frames of the kernel
   * @param dW how many frames windows are apart; 1 when left out
   * @throws ArgumentError for features, kernels or strides below 1, and options that do not exist
   */
  constructor(inputFrameSize: number, kW: number, dW = 1, options: TemporalRowConvolutionOptions = {}) {
    checkOptions("TemporalRowConvolution", options, optionNames);
    const { bias = true, featFirst = false } = options;
    checkChannels("TemporalRowConvolution", "features", inputFrameSize, inputFrameSize);
    super(
      { kernel: [kW], stride: [dW], pad: [0], dilation: [1] },
      {
        weight: [inputFrameSize, 1, kW],
        bias: [inputFrameSize],
        terms: inputFrameSize * kW,
        layout: featFirst ? "planes" : "frames",
        products: (windows) =>
          featFirst ? new GroupedProducts(windows, inputFrameSize, 1) : new FeatureProducts(windows, inputFrameSize),
      },
      { bias },
    );
    this.inputFrameSize = inputFrameSize;
    this.featFirst = featFirst;
  }

  protected override get inputChannels(): number {
    return this.inputFrameSize;
  }

  protected override get outputChannels(): number {
    return this.inputFrameSize;
  }

  protected override sampleFormat(): string {
    return this.featFirst ? `${this.inputFrameSize}, T` : super.sampleFormat();
  }

  protected override get printed(): readonly string[] {
    return [String(this.inputFrameSize), ...this.printedWindows()];
  }
}
