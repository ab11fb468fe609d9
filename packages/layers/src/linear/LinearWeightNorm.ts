import { emptied, type ParameterLists } from "@rushlight/module";
import { ArgumentError, checkOptions, Tensor } from "@rushlight/tensor";
import { AffineMap, type BiasOptions } from "./AffineMap.ts";
import { Linear } from "./Linear.ts";

/** Options of {@link LinearWeightNorm}. */
export interface LinearWeightNormOptions extends BiasOptions {
  /** The least norm of a row of v to divide by; 1e-16 when left out. */
  readonly eps?: number;
}

const optionNames: readonly (keyof LinearWeightNormOptions)[] = ["bias", "eps"];

/**
 * An affine map whose weight is learned as directions and lengths: y = x·Wᵀ + b with Wⱼ = gⱼ·vⱼ/‖vⱼ‖ for each row. Torch's
 * `nn.LinearWeightNorm`.
 *
 * With dW the gradient of W: dgⱼ += Σᵢ dWⱼᵢ·vⱼᵢ/‖vⱼ‖ and dvⱼ += gⱼ/‖vⱼ‖·(dWⱼ − (dWⱼ·vⱼ)·vⱼ/‖vⱼ‖²).
 *
 * Shapes: `[in] → [out]`, `[N, in] → [N, out]`; the parameters are `v` `[out, in]`, `g` `[out, 1]` and `bias` `[out]`. `v`
 * and `bias` are drawn uniform from ±1/√in, and g = ‖v‖. `weight` is W: a forward in training mode computes it, and so
 * does {@link evaluate}, after which it stays. `gradWeight` is dW of the last backward.
 *
 * Source: T. Salimans and D. Kingma, "Weight normalization", 2016.
 *
 * @example
 * ```ts
 * import { LinearWeightNorm } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const map = new LinearWeightNorm(2, 1, { bias: false });
 * map.v.copy(tensor([[3, 4]]));
 * map.g.fill(10);
 * console.log(map.forward(tensor([1, 1])).toArray()); // [ 14 ]
 * console.log(String(map)); // nn.LinearWeightNorm(2 -> 1) without bias
 * ```
 */
export class LinearWeightNorm extends AffineMap {
  readonly eps: number;
  /** The directions of the rows of the weight, at any length: `[out, in]`. */
  v: Tensor;
  /** The gradient of {@link v}. */
  gradV: Tensor;
  /** The lengths of the rows of the weight: `[out, 1]`. */
  g: Tensor;
  /** The gradient of {@link g}. */
  gradG: Tensor;
  private norms = new Tensor([], { resident: true });
  private ratios = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });
  private products = new Tensor([], { resident: true });

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes, for an eps that is not above 0, and for options that do not exist
   */
  constructor(inputSize: number, outputSize: number, options: LinearWeightNormOptions = {}) {
    checkOptions("LinearWeightNorm", options, optionNames);
    const eps = options.eps ?? 1e-16;
    if (!(eps > 0)) throw new ArgumentError(`LinearWeightNorm: expected an eps above 0, got ${eps}`);
    super(inputSize, outputSize, options);
    this.eps = eps;
    this.v = new Tensor([outputSize, inputSize], { resident: true });
    this.gradV = new Tensor([outputSize, inputSize], { resident: true });
    this.g = new Tensor([outputSize, 1], { resident: true });
    this.gradG = new Tensor([outputSize, 1], { resident: true });
    this.reset();
  }

  /** A module with the weight, the bias and the dtype of a {@link Linear}, as copies. */
  static fromLinear(linear: Linear): LinearWeightNorm {
    // By `this`: bundlers give another name to a class that names itself, and modules print their class.
    const module = new this(linear.inputSize, linear.outputSize, { bias: linear.bias !== undefined });
    module.type(linear.type()).takeWeight(linear.weight);
    if (linear.bias !== undefined) module.bias?.copy(linear.bias);
    return module;
  }

  /** A {@link Linear} with this weight, bias and dtype, as copies. */
  toLinear(): Linear {
    this.updateWeight();
    const linear = new Linear(this.inputSize, this.outputSize, { bias: this.bias !== undefined }).type(this.type());
    linear.weight.copy(this.weight);
    if (this.bias !== undefined) linear.bias?.copy(this.bias);
    return linear;
  }

  /** v, g and the bias, with their gradients. */
  override parameters(): ParameterLists {
    const lists: ParameterLists = [
      [this.v, this.g],
      [this.gradV, this.gradG],
    ];
    if (this.bias === undefined || this.gradBias === undefined) return lists;
    lists[0].push(this.bias);
    lists[1].push(this.gradBias);
    return lists;
  }

  /** Draws v and bias anew: uniform with the given standard deviation, or from ±1/√in. g becomes ‖v‖. */
  override reset(standardDeviation?: number): this {
    super.reset(standardDeviation);
    return this.takeWeight(this.weight);
  }

  /** Switches to evaluation mode, in which the weight stays as it is now. */
  override evaluate(): this {
    if (this.train) this.updateWeight();
    return super.evaluate();
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    if (this.train) this.updateWeight();
    return super.updateOutput(input);
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.checkGradOutput(input, gradOutput);
    this.gradWeight.resizeAs(this.weight).zero();
    super.accGradParameters(input, gradOutput, scale);
    const { v, gradWeight } = this;
    this.updateNorms();
    const gradG = this.products.resizeAs(v).copy(v).cmul(gradWeight).sum(1, { out: this.sums }).cdiv(this.norms);
    this.gradG.add(gradG);
    this.gradV.addcmul(gradWeight, this.ratios.expandAs(v));
    this.gradV.addcmul(-1, v, gradG.cmul(this.ratios).cdiv(this.norms).expandAs(v));
  }

  override clearState(): this {
    this.gradWeight = emptied(this.gradWeight);
    this.norms = emptied(this.norms);
    this.ratios = emptied(this.ratios);
    this.sums = emptied(this.sums);
    this.products = emptied(this.products);
    return super.clearState();
  }

  private takeWeight(weight: Tensor): this {
    this.v.copy(weight);
    this.g.copy(weight.norm(2, 1, { out: this.norms })).cmax(this.eps);
    this.updateWeight();
    return this;
  }

  private updateWeight(): void {
    this.updateNorms();
    this.weight.copy(this.v).cmul(this.ratios.expandAs(this.v));
  }

  /** Computes ‖v‖ and g/‖v‖, row by row. */
  private updateNorms(): void {
    this.v.norm(2, 1, { out: this.norms }).cmax(this.eps);
    this.ratios.resizeAs(this.g).copy(this.g).cdiv(this.norms);
  }
}
