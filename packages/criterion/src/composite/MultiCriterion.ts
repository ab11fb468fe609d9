import type { Activation, Criterion } from "@rushlight/module";
import { WeightedCriterions } from "./WeightedCriterions.ts";

/**
 * A weighted sum of criterions of one input and one target: Σ wᵢ·cᵢ(x, t). Torch's `nn.MultiCriterion`.
 *
 * Gradient: Σ wᵢ·∂cᵢ/∂x. Whether a criterion averages is its own matter. The type follows the criterions: it takes what
 * all of them take.
 *
 * @typeParam I what the criterions take from the network
 * @typeParam T what they compare that with
 * @example
 * ```ts
 * import { AbsCriterion, MSECriterion, MultiCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MultiCriterion().add(new MSECriterion()).add(new AbsCriterion(), 0.5);
 * console.log(criterion.forward(tensor([1, 2]), tensor([1, 4]))); // 2.5
 * console.log(criterion.backward(tensor([3, 2]), tensor([1, 4])).toArray()); // [ 2.25, -2.25 ]
 * ```
 */
export class MultiCriterion<I extends Activation = Activation, T = unknown> extends WeightedCriterions<I, T> {
  /**
   * Adds a criterion to the others.
   *
   * @param weight 1 when left out
   * @throws ArgumentError when it is no criterion, or the weight no finite number
   */
  add<J extends I, U extends T>(criterion: Criterion<J, U>, weight?: number): MultiCriterion<J, U>;
  add(criterion: Criterion<Activation, unknown>, weight = 1): Criterion<Activation, unknown> {
    this.push(criterion, weight);
    return this;
  }

  protected override inputsOf(input: Activation): () => Activation {
    return () => input;
  }

  protected override targetsOf(target: unknown): () => unknown {
    return () => target;
  }
}
