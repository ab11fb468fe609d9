import type { LossWeights } from "@rushlight/module";
import { checkOptions, mapInto, Tensor } from "@rushlight/tensor";
import type { SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkPair, emptyPair, type TensorPair } from "../base/pairs.ts";
import { subtract } from "../base/subtract.ts";
import { TargetlessCriterion } from "../base/TargetlessCriterion.ts";

/**
 * Makes distances of similar pairs smaller than those of others. Loss: Σ −ln(e^−aᵢ / (e^−aᵢ + e^−bᵢ)) / N for distances a
 * of similar pairs and b of others, in a numerically stable form; without averaging the sum. It has no target. Torch's
 * `nn.DistanceRatioCriterion`.
 *
 * Shapes: two tensors of one size; N is the size of the first dimension. Gradient of the first: σ(a − b) / N; of the
 * second: minus that.
 *
 * @example
 * ```ts
 * import { DistanceRatioCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new DistanceRatioCriterion();
 * const distances = [tensor([2, 1000]), tensor([2, 0])] as const;
 * console.log(criterion.forward(distances).toFixed(4)); // 500.3466
 * const [similar, others] = criterion.backward(distances);
 * console.log(similar.toArray(), others.toArray()); // [ 0.25, 0.5 ] [ -0.25, -0.5 ]
 * ```
 */
export class DistanceRatioCriterion extends TargetlessCriterion<TensorPair> {
  /** Whether the loss is a mean rather than a sum; it may be changed at any time. */
  sizeAverage: boolean;
  override gradInput: TensorPair = emptyPair();
  private difference = new Tensor([], { resident: true });

  /** @throws ArgumentError for options that do not exist */
  constructor(options: SizeAverageOptions = {}) {
    super();
    checkOptions("DistanceRatioCriterion", options, ["sizeAverage"]);
    this.sizeAverage = options.sizeAverage ?? true;
  }

  override updateOutput(input: TensorPair): number {
    checkPair(this, input);
    const [similar, others] = input;
    const difference = subtract(this.difference, others, similar);
    mapInto("DistanceRatioCriterion", "logSigmoid", difference, difference);
    this.output = (0 - difference.sum()) * this.factor(similar);
    return this.output;
  }

  override updateGradInput(input: TensorPair): TensorPair {
    checkPair(this, input);
    const [first, second] = this.gradInput;
    subtract(first, ...input);
    mapInto("DistanceRatioCriterion", "sigmoid", first, first);
    first.mul(this.factor(first));
    second.resizeAs(first);
    mapInto("DistanceRatioCriterion", "neg", first, second);
    return this.gradInput;
  }

  override lossWeights(target: unknown, samples: number): LossWeights {
    return this.sizeAverage ? super.lossWeights(target, samples) : [undefined];
  }

  private factor(distances: Tensor): number {
    return this.sizeAverage ? 1 / distances.size(0) : 1;
  }
}
