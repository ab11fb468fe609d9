import { type AnyModule, emptied, type InputOf, type OutputOf, type ParameterLists } from "@rushlight/module";
import { ArgumentError, checkDimension, Tensor, zipInto } from "@rushlight/tensor";
import { checkWhole } from "../checks/tables.ts";
import { Decorator } from "./Decorator.ts";

/** What is added to the squared norm of a row of v. */
const EPSILON = 1e-4;

/**
 * Learns the lengths of the weights of the module that it holds apart from their directions: w = g·v/n for each output,
 * with n = √(‖v‖² + 10⁻⁴). Torch's `nn.WeightNorm`.
 *
 * Its parameters are v `[out, rest]` (one row for each slice of the weight along `outputDim`, with its elements in
 * row-major order), g `[out, 1]` and the bias, if there is one. dg = Σ dw∘v/n, dv = dw·g/n − v·dg·g/n². v is drawn normal
 * with standard deviation √(2/rest), g = ‖v‖, and the bias is 0.
 *
 * The weight of the module is computed by every forward in training; {@link evaluate} computes it once more, and then it
 * stays. Its gradient is scratch memory.
 *
 * Source: T. Salimans, D. P. Kingma, "Weight normalization", 2016.
 *
 * @typeParam M the module that it holds, whose types it has
 * @example
 * ```ts
 * import { WeightNorm } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * const norm = new WeightNorm(new Linear(4, 3));
 * console.log(norm.parameters()[0].map((parameter) => parameter.size())); // [ [ 3, 4 ], [ 3, 1 ], [ 3 ] ]
 * console.log(norm.forward(ones(2, 4)).size()); // [ 2, 3 ]
 * ```
 */
export class WeightNorm<M extends AnyModule = AnyModule> extends Decorator<M> {
  /** The dimension of the weight whose slices have a length each. */
  readonly outputDim: number;
  /** The directions, `[out, rest]`. */
  v: Tensor;
  /** The lengths, `[out, 1]`. */
  g: Tensor;
  gradV: Tensor;
  gradG: Tensor;
  private norms = new Tensor([], { resident: true });
  private scales = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });
  private gradients = new Tensor([], { resident: true });
  private products = new Tensor([], { resident: true });

  /**
   * @param module what to hold; it has a weight
   * @param outputDim the dimension of the weight whose slices have a length each; negative ones count from the end; 0
   * when left out
   * @throws ArgumentError for a module without a weight
   * @throws IndexError for a dimension that the weight does not have
   */
  constructor(module: M, outputDim = 0) {
    super(module);
    checkWhole("WeightNorm", "outputDim", outputDim);
    const [weight] = this.innerWeights();
    this.outputDim = checkDimension("WeightNorm", outputDim, weight.dim());
    const rows = weight.size(this.outputDim);
    const { dtype } = weight;
    this.v = new Tensor([rows, weight.nElement() / rows], { dtype, resident: true });
    this.g = new Tensor([rows, 1], { dtype, resident: true });
    this.gradV = new Tensor(this.v.size(), { dtype, resident: true });
    this.gradG = new Tensor(this.g.size(), { dtype, resident: true });
    this.reset();
  }

  /** Draws v anew, normal with the given standard deviation, or √(2/rest); g = ‖v‖, and the bias is 0. */
  override reset(standardDeviation?: number): this {
    this.v.normal(0, standardDeviation ?? Math.sqrt(2 / this.v.size(1)));
    this.v.norm(2, 1, { out: this.g });
    this.modules[0].bias?.zero();
    this.updateWeight();
    return this;
  }

  override parameters(): ParameterLists {
    const { bias, gradBias } = this.modules[0];
    const lists: ParameterLists = [
      [this.v, this.g],
      [this.gradV, this.gradG],
    ];
    if (bias !== undefined && gradBias !== undefined) {
      lists[0].push(bias);
      lists[1].push(gradBias);
    }
    return lists;
  }

  override zeroGradParameters(): void {
    for (const gradient of this.parameters()[1]) gradient.zero();
  }

  override evaluate(): this {
    if (this.train) this.updateWeight();
    return super.evaluate();
  }

  override updateOutput(input: InputOf<M>): OutputOf<M> {
    if (this.train) this.updateWeight();
    return super.updateOutput(input);
  }

  override accGradParameters(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): void {
    this.innerWeights()[1].zero();
    super.accGradParameters(input, gradOutput, scale);
    this.accumulate();
  }

  override backward(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): InputOf<M> {
    this.innerWeights()[1].zero();
    const gradInput = super.backward(input, gradOutput, scale);
    this.accumulate();
    return gradInput;
  }

  override accUpdateGradParameters(input: InputOf<M>, gradOutput: OutputOf<M>, learningRate: number): void {
    this.sharedAccUpdateGradParameters(input, gradOutput, learningRate);
  }

  /**
   * Shares the named tensors with those of another. What is called `weight` are v and g here, and `gradWeight` their
   * gradients.
   */
  override share(other: AnyModule, ...names: readonly string[]): this {
    if (!isWeightNorm(other)) {
      throw new ArgumentError(`share: expected a WeightNorm, got ${other.describe()}`);
    }
    if (names.includes("weight")) {
      this.v.set(other.v);
      this.g.set(other.g);
    }
    if (names.includes("gradWeight")) {
      this.gradV.set(other.gradV);
      this.gradG.set(other.gradG);
    }
    return super.share(other, ...names.filter((name) => name !== "weight" && name !== "gradWeight"));
  }

  override clearState(): this {
    this.norms = emptied(this.norms);
    this.scales = emptied(this.scales);
    this.sums = emptied(this.sums);
    this.gradients = emptied(this.gradients);
    this.products = emptied(this.products);
    return super.clearState();
  }

  /** Adds to the gradients of v and g what follows from that of the weight. */
  private accumulate(): void {
    const { v, norms, scales } = this;
    this.updateScales();
    const gradients = this.gradients.resizeAs(v);
    const rows = this.inRows(this.innerWeights()[1]);
    gradients.view(rows.size()).copy(rows);
    zipInto("WeightNorm", "mul", gradients, v, this.products.resizeAs(v));
    const sums = this.products.sum(1, { out: this.sums }).cdiv(norms);
    this.gradG.add(sums);
    this.gradV.add(gradients.cmul(scales.expandAs(v)));
    this.gradV.addcmul(-1, v, sums.cmul(scales).cdiv(norms).expandAs(v));
  }

  private updateWeight(): void {
    const { v } = this;
    this.updateScales();
    zipInto("WeightNorm", "mul", v, this.scales.expandAs(v), this.products.resizeAs(v));
    const rows = this.inRows(this.innerWeights()[0]);
    rows.copy(this.products.view(rows.size()));
  }

  /** Computes the norms n and the scales g/n. */
  private updateScales(): void {
    const { v, g } = this;
    zipInto("WeightNorm", "mul", v, v, this.products.resizeAs(v));
    this.products.sum(1, { out: this.norms }).add(EPSILON).sqrt();
    zipInto("WeightNorm", "div", g, this.norms, this.scales.resizeAs(g));
  }

  /** A weight with its output dimension in front. */
  private inRows(weight: Tensor): Tensor {
    const others = weight.size().map((_, d) => d);
    others.splice(this.outputDim, 1);
    return weight.permute([this.outputDim, ...others]);
  }

  private innerWeights(): readonly [weight: Tensor, gradWeight: Tensor] {
    const [module] = this.modules;
    const { weight, gradWeight } = module;
    if (weight !== undefined && gradWeight !== undefined) return [weight, gradWeight];
    throw new ArgumentError(`WeightNorm: expected a module with a weight, got ${module.describe()}`);
  }
}

// Outside the class: bundlers give another name to a class that names itself, and modules print their class.
function isWeightNorm(module: AnyModule): module is WeightNorm {
  return module instanceof WeightNorm;
}
