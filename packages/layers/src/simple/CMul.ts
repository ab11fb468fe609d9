import { checkGradOutput } from "@rushlight/module";
import { type SizeArguments, sizeOf, Tensor } from "@rushlight/tensor";
import { uniformBound } from "../linear/uniformBound.ts";
import { AlignedParameter, expanded } from "./AlignedParameter.ts";

/**
 * Element-wise multiplication by a learned weight: y = w∘x, dx = w∘dy, dw += Σ x∘dy. Torch's `nn.CMul`.
 *
 * Shapes, for a weight of the given sizes:
 * - an input with as many elements as the weight: element by element in order;
 * - an input with as many dimensions as the weight: the weight is expanded where its size is 1;
 * - a batch `[N, ...]` whose samples have as many elements as the weight: sample by sample.
 *
 * `weight` is drawn uniform from ±1/√(number of its elements).
 *
 * @example
 * ```ts
 * import { CMul } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const scale = new CMul(2);
 * scale.weight.copy(tensor([2, 3]));
 * console.log(scale.forward(tensor([[1, 1], [10, 10]])).toArray()); // [ [ 2, 3 ], [ 20, 30 ] ]
 * ```
 */
export class CMul extends AlignedParameter {
  override weight: Tensor;
  override gradWeight: Tensor;

  /**
   * @param size the sizes of the weight, one by one or as one array
   * @throws ShapeError for sizes below 1
   */
  constructor(...size: SizeArguments) {
    super();
    this.weight = new Tensor(sizeOf(size), { resident: true });
    this.gradWeight = new Tensor(sizeOf(size), { resident: true });
    this.reset();
  }

  /** Draws the weight anew: uniform with the given standard deviation, or from ±1/√(number of its elements). */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.weight.nElement());
    this.weight.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    const alignment = this.align(input, this.weight);
    this.output.resizeAs(input).copy(input);
    this.output.view(alignment[0]).cmul(expanded(this.weight, alignment));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const alignment = this.align(input, this.weight);
    checkGradOutput(this, gradOutput, input);
    this.gradInput.resizeAs(input).copy(gradOutput);
    this.gradInput.view(alignment[0]).cmul(expanded(this.weight, alignment));
    return this.gradInput;
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    const alignment = this.align(input, this.weight);
    checkGradOutput(this, gradOutput, input);
    const products = this.scratch.resizeAs(input).copy(input).cmul(gradOutput);
    this.accumulate(this.gradWeight, scale, products, alignment);
  }

  override describe(): string {
    return `CMul(${this.weight.size().join("x")})`;
  }
}
