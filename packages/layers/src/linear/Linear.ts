import { checkOptions, type Tensor } from "@rushlight/tensor";
import { AffineMap, type BiasOptions } from "./AffineMap.ts";

/** Options of {@link Linear}. */
export type LinearOptions = BiasOptions;

const optionNames: readonly (keyof LinearOptions)[] = ["bias"];

/**
 * An affine map: y = x·Wᵀ + b, dx = dy·W, dW += dyᵀ·x, db += Σ dy. Torch's `nn.Linear`.
 *
 * Shapes: `[in] → [out]`, `[N, in] → [N, out]`; `weight` is `[out, in]`, `bias` `[out]`. Both are drawn uniform from
 * ±1/√in, weight first.
 *
 * @example
 * ```ts
 * import { Linear } from "@rushlight/layers";
 * import { manualSeed, ones } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const linear = new Linear(2, 3);
 * console.log(linear.weight.size()); // [ 3, 2 ]
 * console.log(linear.forward(ones(4, 2)).size()); // [ 4, 3 ]
 * console.log(String(linear)); // nn.Linear(2 -> 3)
 * ```
 */
export class Linear extends AffineMap {
  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes, and for options that do not exist
   */
  constructor(inputSize: number, outputSize: number, options: LinearOptions = {}) {
    checkOptions("Linear", options, optionNames);
    super(inputSize, outputSize, options);
    this.reset();
  }

  /** Also when shared, straight into the parameters: what accumulates in the gradient buffers stays. */
  protected override sharedAccUpdateGradParameters(input: Tensor, gradOutput: Tensor, learningRate: number): void {
    this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }
}
