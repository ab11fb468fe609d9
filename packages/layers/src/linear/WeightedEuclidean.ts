import { emptied, type ParameterLists } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { DistanceLayer } from "./DistanceLayer.ts";
import { differenceSumsInto } from "./distances.ts";
import { asRows } from "./VectorLayer.ts";

/**
 * The Euclidean distances of an input to learned points, with a learned weight for each coordinate of each point:
 * yⱼ = ‖cⱼ∘(x − wⱼ)‖. Torch's `nn.WeightedEuclidean`.
 *
 * With qⱼ = dyⱼ/(yⱼ + 1e-7), the gradients are dx = Σⱼ qⱼ·cⱼ²∘(x − wⱼ), dwⱼ −= qⱼ·cⱼ²∘(x − wⱼ), dcⱼ += qⱼ·cⱼ∘(x − wⱼ)².
 *
 * Shapes: `[in] → [out]`, `[N, in] → [N, out]`; the parameters `weight` and `diagCov` are `[in, out]`, a point in each
 * column. `weight` is drawn uniform from ±1/√in, `diagCov` begins with ones.
 *
 * @example
 * ```ts
 * import { WeightedEuclidean } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const distances = new WeightedEuclidean(2, 1);
 * distances.weight.zero();
 * distances.diagCov.copy(tensor([[3], [2]]));
 * console.log(distances.forward(tensor([1, 2])).toArray()); // [ 5 ]
 * ```
 */
export class WeightedEuclidean extends DistanceLayer {
  /** The weights of the coordinates: c. */
  diagCov: Tensor;
  /** The gradient of {@link diagCov}. */
  gradDiagCov: Tensor;
  private squares = new Tensor([], { resident: true });

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes
   */
  constructor(inputSize: number, outputSize: number) {
    super(inputSize, outputSize);
    this.diagCov = new Tensor([inputSize, outputSize], { resident: true });
    this.gradDiagCov = new Tensor([inputSize, outputSize], { resident: true });
    this.reset();
  }

  /** The weight and diagCov, with their gradients. */
  override parameters(): ParameterLists {
    return [
      [this.weight, this.diagCov],
      [this.gradWeight, this.gradDiagCov],
    ];
  }

  /** Draws the weight anew: uniform with the given standard deviation, or from ±1/√in. `diagCov` becomes 1. */
  override reset(standardDeviation?: number): this {
    this.diagCov.fill(1);
    return super.reset(standardDeviation);
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.checkGradOutput(input, gradOutput);
    const x = asRows(input);
    const quotients = this.quotientsOf(gradOutput);
    const squares = this.factors();
    this.sums.resizeAs(this.weight);
    differenceSumsInto(x, this.weight, quotients, 1, this.sums);
    this.gradWeight.addcmul(-scale, this.sums, squares);
    differenceSumsInto(x, this.weight, quotients, 2, this.sums);
    this.gradDiagCov.addcmul(scale, this.sums, this.diagCov);
  }

  override clearState(): this {
    this.squares = emptied(this.squares);
    return super.clearState();
  }

  protected override factors(): Tensor {
    return this.squares.resizeAs(this.diagCov).copy(this.diagCov).cmul(this.diagCov);
  }
}
