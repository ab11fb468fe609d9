import { checkGradOutput, checkInputDType, emptied, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, type Generator, Tensor } from "@rushlight/tensor";
import { checkTraining } from "./checkTraining.ts";

/** Options of {@link WhiteNoise}. */
export interface WhiteNoiseOptions {
  /** Where the random numbers come from; the default generator when left out. */
  readonly generator?: Generator;
}

const optionNames: readonly (keyof WhiteNoiseOptions)[] = ["generator"];

/**
 * Adds normal noise: y = x + noise, dx = dy, for any shape. Torch's `nn.WhiteNoise`.
 *
 * In evaluation y = x + mean, and there is no backward.
 *
 * @example
 * ```ts
 * import { WhiteNoise } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * const noise = new WhiteNoise(2, 0.1);
 * console.log(noise.evaluate().forward(ones(2)).toArray()); // [ 3, 3 ]
 * console.log(String(noise)); // nn.WhiteNoise mean: 2.000000, std: 0.100000
 * ```
 */
export class WhiteNoise extends Module {
  readonly mean: number;
  readonly std: number;
  /** The noise of the last forward in training. */
  noise: Tensor = new Tensor([], { resident: true });
  private readonly generator: Generator | undefined;

  /**
   * @param mean of the noise; 0 when left out
   * @param std the standard deviation of the noise, above 0; 0.1 when left out
   * @throws ArgumentError for values that are not finite, for another std, and for options that do not exist
   */
  constructor(mean = 0, std = 0.1, options: WhiteNoiseOptions = {}) {
    super();
    checkOptions("WhiteNoise", options, optionNames);
    if (!Number.isFinite(mean) || !Number.isFinite(std) || std <= 0) {
      throw new ArgumentError(`WhiteNoise: expected a mean, and a standard deviation above 0, got ${mean} and ${std}`);
    }
    this.mean = mean;
    this.std = std;
    this.generator = options.generator;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    this.output.resizeAs(input).copy(input);
    if (!this.train) return this.mean === 0 ? this.output : this.output.add(this.mean);
    this.noise.resizeAs(input).normal(this.mean, this.std, this.generator && { generator: this.generator });
    return this.output.add(this.noise);
  }

  /** @throws ArgumentError in evaluation */
  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, this.output);
    checkTraining(this);
    return this.gradInput.resizeAs(gradOutput).copy(gradOutput);
  }

  override clearState(): this {
    this.noise = emptied(this.noise);
    return super.clearState();
  }

  override toString(): string {
    return `nn.WhiteNoise mean: ${this.mean.toFixed(6)}, std: ${this.std.toFixed(6)}`;
  }
}
