import { SubSampling } from "./SubSampling.ts";

/**
 * A learned multiple of the sum of each feature in each window of a sequence, plus a bias:
 * y[o, f] = weight[f]·Σₜ x[o·dW + t, f] + bias[f]. Torch's `nn.TemporalSubSampling`.
 *
 * Shapes: `[T, inputFrameSize] → [oT, inputFrameSize]`, `[N, T, inputFrameSize] → [N, oT, inputFrameSize]` with
 * oT = ⌊(T − kW)/dW⌋ + 1; what is left over at the end is ignored. `weight` and `bias` are `[inputFrameSize]`, drawn uniform
 * from ±1/√kW.
 *
 * Gradients: each element gets Σ weight[f]·dy over the windows it is in, the weight Σ dy·(sum of the window), the bias Σ dy.
 *
 * @example
 * ```ts
 * import { TemporalSubSampling } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const sampling = new TemporalSubSampling(2, 2);
 * sampling.weight.copy(tensor([1, 10]));
 * sampling.bias.fill(0.5);
 * console.log(sampling.forward(tensor([[1, 1], [2, 2], [3, 3]])).toArray()); // [ [ 3.5, 30.5 ], [ 5.5, 50.5 ] ]
 * ```
 */
export class TemporalSubSampling extends SubSampling {
  /** The features of a frame. */
  readonly inputFrameSize: number;

  /**
   * @param inputFrameSize the features of a frame, at least 1
   * @param kW the frames of a window
   * @param dW how many frames windows are apart; 1 when left out
   * @throws ArgumentError for frame sizes, windows or strides below 1
   */
  constructor(inputFrameSize: number, kW: number, dW = 1) {
    super(inputFrameSize, [kW], [dW], "frames");
    this.inputFrameSize = inputFrameSize;
  }

  override describe(): string {
    return `${this.constructor.name}(${this.inputFrameSize}, ${this.kW}, ${this.dW})`;
  }
}
