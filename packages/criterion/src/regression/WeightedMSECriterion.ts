import { elementCount, formatSize, ShapeError, type Size, Tensor } from "@rushlight/tensor";
import type { SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { noParts } from "../base/parts.ts";
import { MSECriterion } from "./MSECriterion.ts";

/**
 * The mean squared error from a weighted target: Σ (x − w∘t)² / n over all n elements; without averaging the sum. Torch's
 * `nn.WeightedMSECriterion`, whose weights multiply the target only.
 *
 * The weight has as many elements as the input, or as one sample of a batch `[N, ...]`. Gradient: 2·(x − w∘t) / n.
 *
 * @example
 * ```ts
 * import { WeightedMSECriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new WeightedMSECriterion(tensor([1, 0.5]));
 * const [input, target] = [tensor([[1, 2], [3, 4]]), tensor([[1, 4], [3, 2]])];
 * console.log(criterion.forward(input, target)); // 2.25
 * console.log(criterion.backward(input, target).toArray()); // [ [ 0, 0 ], [ 0, 1.5 ] ]
 * ```
 */
export class WeightedMSECriterion extends MSECriterion {
  readonly weight: Tensor;
  private weighted = new Tensor([], { resident: true });

  /**
   * @param weight copied
   * @throws ShapeError for an empty weight
   * @throws ArgumentError for options that do not exist
   */
  constructor(weight: Tensor, options: SizeAverageOptions = {}) {
    super(options);
    if (weight.nElement() === 0) throw new ShapeError("WeightedMSECriterion: expected a weight, got an empty one");
    this.weight = new Tensor(weight.size(), { dtype: this.type() }).copy(weight);
  }

  protected override check(input: Tensor): void {
    const { weight } = this;
    if (elementCount(weightSizeFor(input, weight)) === weight.nElement()) return;
    throw new ShapeError(
      `WeightedMSECriterion: expected an input of ${weight.nElement()} elements, as many as a weight ${formatSize(weight.size())}, or a batch of such samples, got ${formatSize(input.size())}`,
    );
  }

  protected override checkPart(input: Tensor, samples: number): void {
    if (this.weight.nElement() * samples === input.nElement()) return;
    throw noParts(this, "its weight is not that of one sample");
  }

  protected override total(input: Tensor, target: Tensor): number {
    return super.total(input, this.weigh(target));
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    super.differentiate(input, this.weigh(target), scale);
  }

  private weigh(target: Tensor): Tensor {
    const weight = this.weight.view(weightSizeFor(target, this.weight)).expandAs(target);
    return this.weighted.resizeAs(target).copy(target).cmul(weight);
  }
}

/** The size under which the weight expands to an input: its own, or that of a batch of one. */
function weightSizeFor(input: Tensor, weight: Tensor): Size {
  return input.nElement() === weight.nElement() ? input.size() : [1, ...input.size().slice(1)];
}
