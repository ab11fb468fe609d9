import { formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import type { SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { MSECriterion } from "./MSECriterion.ts";

/**
 * The mean squared error from a weighted target: Σ (x − w∘t)² / n over all n elements; without averaging the sum. Torch's
 * `nn.WeightedMSECriterion`, whose weights multiply the target only.
 *
 * The weight has as many elements as the input, or the sizes of one sample of a batch `[N, ...]`. Gradient:
 * 2·(x − w∘t) / n.
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
    const fits = perSample(input, weight)
      ? weight.size().every((extent, d) => extent === input.size(d + 1))
      : weight.nElement() === input.nElement();
    if (fits) return;
    throw new ShapeError(
      `WeightedMSECriterion: expected an input that a weight ${formatSize(weight.size())} goes with, got ${formatSize(input.size())}`,
    );
  }

  protected override total(input: Tensor, target: Tensor): number {
    return super.total(input, this.weigh(target));
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    super.differentiate(input, this.weigh(target), scale);
  }

  private weigh(target: Tensor): Tensor {
    const weight = perSample(target, this.weight)
      ? this.weight.unsqueeze(0).expandAs(target)
      : this.weight.viewAs(target);
    return this.weighted.resizeAs(target).copy(target).cmul(weight);
  }
}

function perSample(input: Tensor, weight: Tensor): boolean {
  return weight.dim() === input.dim() - 1;
}
