import { mapInto, type Tensor } from "@rushlight/tensor";
import { BinaryCriterion } from "../base/BinaryCriterion.ts";

/**
 * Binary cross entropy of scores, for samples that have any number of labels. Loss:
 * −Σ w·(t·ln σ(x) + (1 − t)·ln(1 − σ(x))) / n over all n elements, in a numerically stable form; without averaging the sum.
 * Torch's `nn.MultiLabelSoftMarginCriterion`.
 *
 * Shapes: any input of scores with a target of as many elements, 1 for each label that a sample has and 0 for the others;
 * `weights` has one entry for each element of the last dimension. Gradient: w·(σ(x) − t) / n.
 *
 * @example
 * ```ts
 * import { MultiLabelSoftMarginCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MultiLabelSoftMarginCriterion();
 * const [scores, target] = [tensor([[0, 0]]), tensor([[1, 0]])];
 * console.log(criterion.forward(scores, target).toFixed(4)); // 0.6931
 * console.log(criterion.backward(scores, target).toArray()); // [ [ -0.25, 0.25 ] ]
 * ```
 */
export class MultiLabelSoftMarginCriterion extends BinaryCriterion {
  protected override logProbabilityInto(input: Tensor, result: Tensor): void {
    mapInto("MultiLabelSoftMarginCriterion", "logSigmoid", input, result);
  }

  protected override logComplementInto(input: Tensor, result: Tensor): void {
    mapInto("MultiLabelSoftMarginCriterion", "neg", input, result);
    mapInto("MultiLabelSoftMarginCriterion", "logSigmoid", result, result);
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    const { gradInput } = this;
    mapInto("MultiLabelSoftMarginCriterion", "sigmoid", input, gradInput);
    this.weigh(gradInput.add(-1, target)).mul(scale);
  }
}
