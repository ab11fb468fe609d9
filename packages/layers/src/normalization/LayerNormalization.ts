import { checkGradOutput, checkInputDType, emptied, inputSizeError } from "@rushlight/module";
import { checkOptions, Tensor } from "@rushlight/tensor";
import { DenseLayer } from "../dense/DenseLayer.ts";
import { floatsOf } from "../dense/floats.ts";
import { ChannelNormalizer } from "./ChannelNormalizer.ts";
import { checkFeatures } from "./checkFeatures.ts";
import { checkNumbers } from "./checkNumbers.ts";

/** Options of {@link LayerNormalization}. */
export interface LayerNormalizationOptions {
  /** Whether there are weights and a bias; true when left out. */
  readonly affine?: boolean;
}

const optionNames: readonly (keyof LayerNormalizationOptions)[] = ["affine"];

/**
 * Gives each row a mean of 0 and a variance of 1, and then each feature a scale and a shift that are learned:
 * y = (x − μ)·√n/√(Σ (x − μ)² + eps)·w + b with μ and Σ over the n features of a row. Torch's `nn.LayerNormalization`.
 *
 * Shapes: `[..., n] → [..., n]`, such as `[n]` or `[N, n]`. `weight` is `[n]` and 1 at first, `bias` is `[n]`. The same in
 * training and evaluation.
 *
 * With x̂ the row before scale and shift, g the gradient with respect to y and g' = g·w: ∂w = Σ g·x̂ and ∂b = Σ g over all
 * rows, and ∂x = (g' − mean(g') − (x − μ)·Σ g'·(x − μ)/(Σ (x − μ)² + eps))·√n/√(Σ (x − μ)² + eps).
 *
 * Source: J. L. Ba, J. R. Kiros and G. E. Hinton, "Layer normalization", 2016.
 *
 * @example
 * ```ts
 * import { LayerNormalization } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const normalization = new LayerNormalization(2, 0.5);
 * console.log(normalization.forward(tensor([[1, 3], [30, 10]])).toArray()); // [ [ -0.5, 1.5 ], [ 1.5, -0.5 ] ]
 * ```
 */
export class LayerNormalization extends DenseLayer {
  /** The number of features, n. */
  readonly nOutput: number;
  /** What the bias is at first. */
  readonly initialBias: number;
  /** What is added to the sums of squares. */
  readonly eps: number;
  /** Whether there are weights and a bias. */
  readonly affine: boolean;
  private readonly rows = new ChannelNormalizer();
  private readonly features = new ChannelNormalizer();
  private normalized = new Tensor([], { resident: true });

  /**
   * @param nOutput the number of features, at least 1
   * @param bias what the bias is at first; 0 when left out
   * @param eps what is added to the sum of squares of a row, 0 or more; 1e-10 when left out
   * @throws ArgumentError for any other number, and for options that do not exist
   */
  constructor(nOutput: number, bias = 0, eps = 1e-10, options: LayerNormalizationOptions = {}) {
    super();
    checkOptions("LayerNormalization", options, optionNames);
    checkFeatures("LayerNormalization", nOutput, eps);
    checkNumbers("LayerNormalization", { bias });
    this.nOutput = nOutput;
    this.initialBias = bias;
    this.eps = eps;
    this.affine = options.affine ?? true;
    if (this.affine) {
      this.weight = new Tensor([nOutput], { resident: true });
      this.bias = new Tensor([nOutput], { resident: true });
      this.gradWeight = new Tensor([nOutput], { resident: true });
      this.gradBias = new Tensor([nOutput], { resident: true });
    }
    this.features.resize(nOutput);
    this.features.inverseDeviations.fill(1);
    this.reset();
  }

  /** Sets the weights to 1 and the bias to what it was at first. */
  override reset(): this {
    this.weight?.fill(1);
    this.bias?.fill(this.initialBias);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    const { output, rows, features, affine, nOutput, eps } = this;
    const x = this.contiguousInput(input);
    const count = input.nElement() / nOutput;
    output.resizeAs(input);
    const normalized = affine ? this.normalized.resizeAs(input) : output;
    const from = floatsOf(this, "input", x);
    const between = floatsOf(this, "normalized input", normalized);
    rows.resize(count);
    rows.measure(1, nOutput, from, x.storageOffset());
    const { squares, inverseDeviations } = rows;
    for (let i = 0; i < count; i++) inverseDeviations[i] = Math.sqrt(nOutput / (squares[i] + eps));
    rows.normalize(1, nOutput, from, x.storageOffset(), between, normalized.storageOffset());
    if (!affine) return output;
    this.takeParameters();
    const to = floatsOf(this, "output", output);
    features.normalize(count, 1, between, normalized.storageOffset(), to, output.storageOffset());
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkBackward(input, gradOutput);
    const { gradInput, rows, features, nOutput } = this;
    const x = this.contiguousInput(input);
    const gradY = this.contiguousGradOutput(gradOutput);
    const count = input.nElement() / nOutput;
    gradInput.resizeAs(input);
    const inputs = floatsOf(this, "input", x);
    const from = floatsOf(this, "gradOutput", gradY);
    const to = floatsOf(this, "gradInput", gradInput);
    const at = x.storageOffset();
    const toOffset = gradInput.storageOffset();
    this.takeParameters();
    features.fixedGradient(count, 1, from, gradY.storageOffset(), to, toOffset);
    rows.sumGradients(1, nOutput, inputs, at, to, toOffset);
    rows.gradient(1, nOutput, inputs, at, to, toOffset, to, toOffset);
    return gradInput;
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.checkBackward(input, gradOutput);
    const { gradWeight, gradBias, normalized, features, nOutput } = this;
    if (gradWeight === undefined || gradBias === undefined) return;
    const gradY = this.contiguousGradOutput(gradOutput);
    const between = floatsOf(this, "normalized input", normalized);
    const from = floatsOf(this, "gradOutput", gradY);
    const gradWeights = floatsOf(this, "gradWeight", gradWeight);
    const gradBiases = floatsOf(this, "gradBias", gradBias);
    const count = input.nElement() / nOutput;
    features.sumGradients(count, 1, between, normalized.storageOffset(), from, gradY.storageOffset());
    features.addGradients(scale, gradWeights, gradWeight.storageOffset(), gradBiases, gradBias.storageOffset());
  }

  override clearState(): this {
    this.normalized = emptied(this.normalized);
    return super.clearState();
  }

  private takeParameters(): void {
    this.features.take(
      this.weight && floatsOf(this, "weight", this.weight),
      this.weight?.storageOffset() ?? 0,
      this.bias && floatsOf(this, "bias", this.bias),
      this.bias?.storageOffset() ?? 0,
    );
  }

  private checkInput(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const { nOutput } = this;
    if (input.dim() >= 1 && input.size(-1) === nOutput) return;
    throw inputSizeError(this, `[${nOutput}], [N, ${nOutput}] or more dimensions before ${nOutput}`, input);
  }

  private checkBackward(input: Tensor, gradOutput: Tensor): void {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, this.output);
    if (!input.isSameSizeAs(this.output)) throw inputSizeError(this, "the input of the last forward", input);
  }

  override toString(): string {
    return `nn.LayerNormalization(${this.nOutput})`;
  }
}
