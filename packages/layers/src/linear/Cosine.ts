import { emptied } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { uniformBound } from "./uniformBound.ts";
import { asRows, VectorLayer } from "./VectorLayer.ts";

/** What norms have added before dividing by them. */
const EPSILON = 1e-12;

/**
 * The cosines of the angles between an input and learned vectors: yⱼ = wⱼ·x / (‖wⱼ‖·‖x‖). Torch's `nn.Cosine`.
 *
 * The gradients are dx = Σⱼ dyⱼ·(wⱼ/(‖wⱼ‖·‖x‖) − yⱼ·x/‖x‖²) and dwⱼ += dyⱼ·(x/(‖wⱼ‖·‖x‖) − yⱼ·wⱼ/‖wⱼ‖²). Norms have 1e-12
 * added, so that a zero vector gives 0.
 *
 * Shapes: `[in] → [out]`, `[N, in] → [N, out]`; `weight` is `[out, in]`, drawn uniform from ±1/√out.
 *
 * @example
 * ```ts
 * import { Cosine } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const cosine = new Cosine(2, 2);
 * cosine.weight.copy(tensor([[1, 0], [0, -3]]));
 * console.log(cosine.forward(tensor([0, 5])).toArray()); // [ 0, -1 ]
 * ```
 */
export class Cosine extends VectorLayer {
  override weight: Tensor;
  override gradWeight: Tensor;
  private weightNorms = new Tensor([], { resident: true });
  private inputNorms = new Tensor([], { resident: true });
  private products = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });
  private directions = new Tensor([], { resident: true });
  private gradients = new Tensor([], { resident: true });

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes
   */
  constructor(inputSize: number, outputSize: number) {
    super(inputSize, outputSize);
    this.weight = new Tensor([outputSize, inputSize], { resident: true });
    this.gradWeight = new Tensor([outputSize, inputSize], { resident: true });
    this.reset();
  }

  /** Draws the weight anew: uniform with the given standard deviation, or from ±1/√out. */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.outputSize);
    this.weight.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    const { weight } = this;
    const x = asRows(input);
    weight.norm(2, 1, { out: this.weightNorms }).add(EPSILON);
    x.norm(2, 1, { out: this.inputNorms }).add(EPSILON);
    if (input.dim() === 1) this.output.resize(this.outputSize);
    else this.output.resize(input.size(0), this.outputSize);
    const y = asRows(this.output);
    y.addmm(0, 1, x, weight.t()).cdiv(this.weightNorms.t().expandAs(y)).cdiv(this.inputNorms.expandAs(y));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkGradOutput(input, gradOutput);
    const [x, dy] = [asRows(input), asRows(gradOutput)];
    const sums = this.outputProducts(gradOutput).sum(1, { out: this.sums });
    this.gradInput.resizeAs(input).copy(input);
    const dx = asRows(this.gradInput);
    const norms = this.inputNorms.expandAs(x);
    dx.cdiv(norms).cmul(sums.expandAs(x));
    const scaled = this.products.resizeAs(dy).copy(dy).cdiv(this.weightNorms.t().expandAs(dy));
    dx.addmm(-1, 1, scaled, this.weight).cdiv(norms);
    return this.gradInput;
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.checkGradOutput(input, gradOutput);
    const { weight } = this;
    const x = asRows(input);
    const sums = this.outputProducts(gradOutput).sum(0, { out: this.sums }).t().cdiv(this.weightNorms);
    const directions = this.directions.resizeAs(x).copy(x).cdiv(this.inputNorms.expandAs(x));
    this.gradients.resizeAs(weight).copy(weight).cmul(sums.expandAs(weight));
    this.gradients.addmm(-1, 1, asRows(gradOutput).t(), directions).cdiv(this.weightNorms.expandAs(weight));
    this.gradWeight.add(scale, this.gradients);
  }

  override clearState(): this {
    this.weightNorms = emptied(this.weightNorms);
    this.inputNorms = emptied(this.inputNorms);
    this.products = emptied(this.products);
    this.sums = emptied(this.sums);
    this.directions = emptied(this.directions);
    this.gradients = emptied(this.gradients);
    return super.clearState();
  }

  /** dy∘y as rows. */
  private outputProducts(gradOutput: Tensor): Tensor {
    const dy = asRows(gradOutput);
    return this.products.resizeAs(dy).copy(dy).cmul(asRows(this.output));
  }
}
