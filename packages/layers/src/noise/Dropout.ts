import { checkGradOutput, checkInputDType, emptied, Module } from "@rushlight/module";
import { checkOptions, type Generator, Tensor } from "@rushlight/tensor";
import { checkMask } from "./checkMask.ts";
import { checkProbability } from "./probability.ts";

/** Options of {@link Dropout}. */
export interface DropoutOptions {
  /** Scale in evaluation instead of in training, as in the paper; false when left out. */
  readonly v1?: boolean;
  /** Whether forward overwrites its input and backward its gradOutput; false when left out. */
  readonly inplace?: boolean;
  /** Whether forward drops in evaluation too; backward then passes gradients on as in any evaluation. */
  readonly stochasticInference?: boolean;
  /** Where the random numbers come from; the default generator when left out. */
  readonly generator?: Generator;
}

const optionNames: readonly (keyof DropoutOptions)[] = ["v1", "inplace", "stochasticInference", "generator"];

/**
 * Drops each element with probability p. Torch's `nn.Dropout`.
 *
 * In training y = x∘mask with mask 0 with probability p, else 1/(1 − p); in evaluation y = x. With `v1`, the mask is 0
 * or 1 and evaluation gives y = (1 − p)·x. One random word for each element, in row-major order; none when p is 0.
 *
 * Source: N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.
 *
 * @example
 * ```ts
 * import { Dropout } from "@rushlight/layers";
 * import { manualSeed, ones } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const dropout = new Dropout(0.5);
 * console.log(dropout.forward(ones(6)).toArray()); // [ 2, 0, 0, 0, 2, 2 ]
 * console.log(dropout.evaluate().forward(ones(6)).toArray()); // [ 1, 1, 1, 1, 1, 1 ]
 * ```
 */
export class Dropout extends Module {
  readonly v1: boolean;
  readonly inplace: boolean;
  readonly stochasticInference: boolean;
  /** The mask of the last forward. */
  noise: Tensor = new Tensor([], { resident: true });
  private p: number;
  private readonly generator: Generator | undefined;

  /**
   * @param p the probability to drop, in [0, 1); 0.5 when left out
   * @throws ArgumentError for any other p, and for options that do not exist
   */
  constructor(p = 0.5, options: DropoutOptions = {}) {
    super();
    checkOptions("Dropout", options, optionNames);
    this.p = checkProbability("Dropout", p);
    this.v1 = options.v1 ?? false;
    this.inplace = options.inplace ?? false;
    this.stochasticInference = options.stochasticInference ?? false;
    this.generator = options.generator;
  }

  /** Sets the probability to drop. */
  setp(p: number): this {
    this.p = checkProbability("Dropout", p);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    if (this.inplace) this.output.set(input);
    else this.output.resizeAs(input).copy(input);
    if (this.p > 0 && (this.train || this.stochasticInference)) {
      this.noise.resizeAs(input).bernoulli(1 - this.p, this.generator && { generator: this.generator });
      if (!this.v1) this.noise.div(1 - this.p);
      this.output.cmul(this.noise);
    } else if (this.v1 && this.p > 0) {
      this.output.mul(1 - this.p);
    }
    return this.output;
  }

  /** @throws ArgumentError in training after a forward in evaluation mode alone, which made no mask */
  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, this.output);
    if (this.train && this.p > 0) checkMask(this, this.noise, this.output);
    if (this.inplace) this.gradInput.set(gradOutput);
    else this.gradInput.resizeAs(gradOutput).copy(gradOutput);
    if (this.p === 0) return this.gradInput;
    if (this.train) return this.gradInput.cmul(this.noise);
    return this.v1 ? this.gradInput.mul(1 - this.p) : this.gradInput;
  }

  override clearState(): this {
    this.noise = emptied(this.noise);
    return super.clearState();
  }

  override toString(): string {
    return `nn.Dropout(${this.p.toFixed(6)})`;
  }
}
