import { checkGradOutput, checkInputDType, emptied, inputSizeError } from "@rushlight/module";
import { ArgumentError, checkOptions, Tensor } from "@rushlight/tensor";
import { DenseLayer } from "../dense/DenseLayer.ts";
import { floatsOf } from "../dense/floats.ts";
import { ChannelNormalizer } from "./ChannelNormalizer.ts";
import { checkFeatures } from "./checkFeatures.ts";

/** Options of batch normalisation. */
export interface BatchNormalizationOptions {
  /** Whether there are weights and a bias; true when left out. */
  readonly affine?: boolean;
}

const optionNames: readonly (keyof BatchNormalizationOptions)[] = ["affine"];
const axes = ["T", "H", "W"];

/**
 * Gives each feature a mean of 0 and a variance of 1 over the batch, and then a scale and a shift that are learned:
 * y = (x − μ)/√(σ² + eps)·w + b. Torch's `nn.BatchNormalization`.
 *
 * Shapes: `[N, C] → [N, C]`; in evaluation `[C] → [C]` too. `weight` and `bias` are `[C]`: the one is drawn uniform from
 * [0, 1), the other is 0.
 *
 * In training μ and σ² are those of the batch, the variance with n and not n − 1 below the line, and the running ones follow:
 * `runningMean` ← (1 − momentum)·runningMean + momentum·μ, and `runningVar` likewise with the variance that has n − 1. In
 * evaluation the running ones are used. As in Torch they are also used, and left as they are, for a batch of one in training.
 *
 * With x̂ = (x − μ)/√(σ² + eps) and g the gradient with respect to y: ∂w = Σ g·x̂, ∂b = Σ g, and in training
 * ∂x = (g − mean(g) − x̂·mean(g·x̂))·w/√(σ² + eps); with running statistics ∂x = g·w/√(σ² + eps). Backward is that of the last
 * forward, whatever mode the module is in by then.
 *
 * Source: S. Ioffe and C. Szegedy, "Batch normalization: accelerating deep network training by reducing internal covariate
 * shift", 2015.
 *
 * @example
 * ```ts
 * import { BatchNormalization } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const normalization = new BatchNormalization(2, 0, 0.5, { affine: false });
 * const x = tensor([[1, 10], [3, 30]]);
 * console.log(normalization.forward(x).toArray()); // [ [ -1, -1 ], [ 1, 1 ] ]
 * console.log(normalization.runningMean.toArray()); // [ 1, 10 ]
 * console.log(normalization.runningVar.toArray()); // [ 1.5, 100.5 ]
 * console.log(normalization.evaluate().forward(tensor([1, 10])).toArray()); // [ 0, 0 ]
 * ```
 */
export class BatchNormalization extends DenseLayer {
  /** The number of features, C. */
  readonly nOutput: number;
  /** What is added to variances. */
  readonly eps: number;
  /** How fast the running statistics follow: the part of the batch in them. */
  readonly momentum: number;
  /** Whether there are weights and a bias. */
  readonly affine: boolean;
  /** The means that evaluation uses, `[C]`. */
  runningMean: Tensor;
  /** The variances that evaluation uses, `[C]`. */
  runningVar: Tensor;
  private readonly normalizer = new ChannelNormalizer();
  /** Whether the last forward took the statistics of its batch. */
  private ofBatch = false;

  /**
   * @param nOutput the number of features, at least 1
   * @param eps what is added to variances, 0 or more; 1e-5 when left out
   * @param momentum the part of the batch in the running statistics, from 0 to 1; 0.1 when left out
   * @throws ArgumentError for any other number, and for options that do not exist
   */
  constructor(nOutput: number, eps = 1e-5, momentum = 0.1, options: BatchNormalizationOptions = {}) {
    super();
    const { name } = new.target;
    checkOptions(name, options, optionNames);
    checkFeatures(name, nOutput, eps);
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new ArgumentError(`${name}: expected a momentum from 0 to 1, got ${String(momentum)}`);
    }
    this.nOutput = nOutput;
    this.eps = eps;
    this.momentum = momentum;
    this.affine = options.affine ?? true;
    this.runningMean = new Tensor([nOutput], { resident: true });
    this.runningVar = new Tensor([nOutput], { resident: true });
    if (this.affine) {
      this.weight = new Tensor([nOutput], { resident: true });
      this.bias = new Tensor([nOutput], { resident: true });
      this.gradWeight = new Tensor([nOutput], { resident: true });
      this.gradBias = new Tensor([nOutput], { resident: true });
    }
    this.normalizer.resize(nOutput);
    this.reset();
  }

  /** The dimensions of a batch. */
  protected get nDim(): number {
    return 2;
  }

  /** Draws the weights anew, uniform from [0, 1); sets the bias and the running means to 0, the running variances to 1. */
  override reset(): this {
    this.weight?.uniform();
    this.bias?.zero();
    this.runningMean.zero();
    this.runningVar.fill(1);
    return this;
  }

  /** The running means and variances. */
  override statistics(): Tensor[] {
    return [this.runningMean, this.runningVar];
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    const { output, normalizer } = this;
    const x = this.contiguousInput(input);
    const samples = this.samplesOf(input);
    const elements = this.elementsOf(input);
    output.resizeAs(input);
    const from = floatsOf(this, "input", x);
    this.ofBatch = this.train && samples > 1;
    if (this.ofBatch) this.measure(samples, elements, from, x.storageOffset());
    else this.takeRunningStatistics();
    this.takeParameters();
    const to = floatsOf(this, "output", output);
    normalizer.normalize(samples, elements, from, x.storageOffset(), to, output.storageOffset());
    return output;
  }

  /** As the two that it consists of, with the sums of gradients that both need. */
  override backward(input: Tensor, gradOutput: Tensor, scale = 1): Tensor {
    this.sumGradients(input, gradOutput);
    if (this.needsGradInput) this.takeGradInput(input, gradOutput);
    else this.gradInput = emptied(this.gradInput);
    this.addGradients(scale);
    return this.gradInput;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.sumGradients(input, gradOutput);
    return this.takeGradInput(input, gradOutput);
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.sumGradients(input, gradOutput);
    this.addGradients(scale);
  }

  private measure(samples: number, elements: number, x: Float32Array | Float64Array, xOffset: number): void {
    const { normalizer, runningMean, runningVar, eps, momentum } = this;
    normalizer.measure(samples, elements, x, xOffset);
    const { channels, means, squares, inverseDeviations } = normalizer;
    const count = samples * elements;
    const runningMeans = floatsOf(this, "runningMean", runningMean);
    const runningVars = floatsOf(this, "runningVar", runningVar);
    let meansAt = runningMean.storageOffset();
    let varsAt = runningVar.storageOffset();
    for (let i = 0; i < channels; i++, meansAt++, varsAt++) {
      runningMeans[meansAt] = (1 - momentum) * runningMeans[meansAt] + momentum * means[i];
      runningVars[varsAt] = (1 - momentum) * runningVars[varsAt] + (momentum * squares[i]) / (count - 1);
      // A feature that does not vary comes out as 0, also without eps.
      inverseDeviations[i] = squares[i] === 0 && eps === 0 ? 0 : 1 / Math.sqrt(squares[i] / count + eps);
    }
  }

  private takeRunningStatistics(): void {
    const { runningMean, runningVar, eps } = this;
    const { channels, means, inverseDeviations } = this.normalizer;
    const runningMeans = floatsOf(this, "runningMean", runningMean);
    const runningVars = floatsOf(this, "runningVar", runningVar);
    const meansAt = runningMean.storageOffset();
    const varsAt = runningVar.storageOffset();
    for (let i = 0; i < channels; i++) {
      means[i] = runningMeans[meansAt + i];
      inverseDeviations[i] = 1 / Math.sqrt(runningVars[varsAt + i] + eps);
    }
  }

  private takeParameters(): void {
    this.normalizer.take(
      this.weight && floatsOf(this, "weight", this.weight),
      this.weight?.storageOffset() ?? 0,
      this.bias && floatsOf(this, "bias", this.bias),
      this.bias?.storageOffset() ?? 0,
    );
  }

  private sumGradients(input: Tensor, gradOutput: Tensor): void {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, this.output);
    if (!input.isSameSizeAs(this.output)) throw inputSizeError(this, "the input of the last forward", input);
    const x = this.contiguousInput(input);
    const gradY = this.contiguousGradOutput(gradOutput);
    const from = floatsOf(this, "input", x);
    const gradFrom = floatsOf(this, "gradOutput", gradY);
    const samples = this.samplesOf(input);
    const elements = this.elementsOf(input);
    this.normalizer.sumGradients(samples, elements, from, x.storageOffset(), gradFrom, gradY.storageOffset());
  }

  private takeGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const { gradInput, normalizer } = this;
    const x = this.contiguousInput(input);
    const gradY = this.contiguousGradOutput(gradOutput);
    gradInput.resizeAs(input);
    this.takeParameters();
    const samples = this.samplesOf(input);
    const elements = this.elementsOf(input);
    const from = floatsOf(this, "gradOutput", gradY);
    const fromOffset = gradY.storageOffset();
    const to = floatsOf(this, "gradInput", gradInput);
    const toOffset = gradInput.storageOffset();
    if (this.ofBatch) {
      const inputs = floatsOf(this, "input", x);
      normalizer.gradient(samples, elements, inputs, x.storageOffset(), from, fromOffset, to, toOffset);
    } else {
      normalizer.fixedGradient(samples, elements, from, fromOffset, to, toOffset);
    }
    return gradInput;
  }

  private addGradients(scale: number): void {
    const { gradWeight, gradBias } = this;
    if (gradWeight === undefined || gradBias === undefined) return;
    this.normalizer.addGradients(
      scale,
      floatsOf(this, "gradWeight", gradWeight),
      gradWeight.storageOffset(),
      floatsOf(this, "gradBias", gradBias),
      gradBias.storageOffset(),
    );
  }

  private checkInput(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const { nDim, nOutput } = this;
    const batched = input.dim() === nDim;
    if ((batched || (!this.train && input.dim() === nDim - 1)) && input.size(batched ? 1 : 0) === nOutput) return;
    const sample = [nOutput, ...axes.slice(axes.length - nDim + 2)].join(", ");
    throw inputSizeError(this, this.train ? `[N, ${sample}]` : `[N, ${sample}] or [${sample}]`, input);
  }

  private samplesOf(input: Tensor): number {
    return input.dim() === this.nDim ? input.size(0) : 1;
  }

  /** The elements of a feature in a sample. */
  private elementsOf(input: Tensor): number {
    let elements = 1;
    for (let d = 1; d <= this.nDim - 2; d++) elements *= input.size(-d);
    return elements;
  }

  override toString(): string {
    return `nn.${this.constructor.name} (${this.nDim}D) (${this.nOutput})`;
  }
}
