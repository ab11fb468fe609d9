import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { checkOptions, type Generator, Tensor } from "@rushlight/tensor";
import { checkMask } from "./checkMask.ts";
import { checkTraining } from "./checkTraining.ts";
import { checkProbability } from "./probability.ts";

/** Options of {@link SpatialDropout} and {@link VolumetricDropout}. */
export interface FeatureDropoutOptions {
  /** Whether forward drops in evaluation too, rather than scaling; false when left out. */
  readonly stochasticInference?: boolean;
  /** Where the random numbers come from; the default generator when left out. */
  readonly generator?: Generator;
}

const optionNames: readonly (keyof FeatureDropoutOptions)[] = ["stochasticInference", "generator"];

/** The base of layers that drop whole feature maps. */
export abstract class FeatureDropout extends Module {
  readonly stochasticInference: boolean;
  /** The mask of the last forward: an element for each feature map. */
  noise: Tensor = new Tensor([], { resident: true });
  /** The sizes of one sample, as messages and documentation write them: features first. */
  protected abstract readonly sampleSize: readonly string[];
  private p: number;
  private readonly generator: Generator | undefined;

  /**
   * @param p the probability to drop, in [0, 1); 0.5 when left out
   * @throws ArgumentError for any other p, and for options that do not exist
   */
  constructor(p = 0.5, options: FeatureDropoutOptions = {}) {
    super();
    checkOptions(this.constructor.name, options, optionNames);
    this.p = checkProbability(this.constructor.name, p);
    this.stochasticInference = options.stochasticInference ?? false;
    this.generator = options.generator;
  }

  /** Sets the probability to drop. */
  setp(p: number): this {
    this.p = checkProbability(this.constructor.name, p);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    this.output.resizeAs(input).copy(input);
    if (!this.train && !this.stochasticInference) return this.output.mul(1 - this.p);
    const maps = input.dim() - this.sampleSize.length + 1;
    this.noise.resize(input.size().map((extent, d) => (d < maps ? extent : 1)));
    this.noise.bernoulli(1 - this.p, this.generator && { generator: this.generator });
    return this.output.cmul(this.noise.expandAs(input));
  }

  /** @throws ArgumentError in evaluation, and after a forward in evaluation mode alone, which made no mask */
  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, this.output);
    checkTraining(this);
    checkMask(this, this.noise, gradOutput);
    return this.gradInput.resizeAs(gradOutput).copy(gradOutput).cmul(this.noise.expandAs(gradOutput));
  }

  override clearState(): this {
    this.noise = emptied(this.noise);
    return super.clearState();
  }

  override toString(): string {
    return `nn.${this.constructor.name}(${this.p.toFixed(6)})`;
  }

  private checkInput(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const sample = this.sampleSize.join(", ");
    if (input.dim() !== this.sampleSize.length && input.dim() !== this.sampleSize.length + 1) {
      throw inputSizeError(this, `[${sample}] or [N, ${sample}]`, input);
    }
  }
}
