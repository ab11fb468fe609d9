import { ArgumentError, mapInto, Tensor } from "@rushlight/tensor";
import { BinaryCriterion } from "../base/BinaryCriterion.ts";

const EPSILON = 1e-12;

/**
 * Binary cross entropy of probabilities. Loss: −Σ w·(t·ln(x + ε) + (1 − t)·ln(1 − x + ε)) / n over all n elements, with
 * ε = 1e-12; without averaging the sum. Torch's `nn.BCECriterion`.
 *
 * Shapes: any input of probabilities from 0 to 1, as a sigmoid gives them, with a target of as many elements from 0 to 1;
 * `weights` has one entry for each element of the last dimension. Gradient: −w·(t − x) / ((1 − x + ε)·(x + ε)) / n.
 *
 * @example
 * ```ts
 * import { BCECriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new BCECriterion();
 * const [probabilities, target] = [tensor([0.5, 0.25]), tensor([1, 0])];
 * console.log(criterion.forward(probabilities, target).toFixed(4)); // 0.4904
 * console.log(criterion.backward(probabilities, target).get(0)); // -1
 * ```
 */
export class BCECriterion extends BinaryCriterion {
  private products = new Tensor([], { resident: true });

  protected override check(input: Tensor, target: Tensor): void {
    super.check(input, target);
    if (input.min() >= 0 && input.max() <= 1) return;
    const values = [...input.values()];
    const position = values.findIndex((value) => !(value >= 0 && value <= 1));
    throw new ArgumentError(
      `BCECriterion: expected an input from 0 to 1, as of a sigmoid, got ${values[position]} at element ${position}`,
    );
  }

  protected override logProbabilityInto(input: Tensor, result: Tensor): void {
    result.copy(input).add(EPSILON).log();
  }

  protected override logComplementInto(input: Tensor, result: Tensor): void {
    mapInto("BCECriterion", "scalarMinus", input, result, 1);
    result.add(EPSILON).log();
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    const { gradInput } = this;
    const products = this.products.resizeAs(input);
    mapInto("BCECriterion", "scalarMinus", input, products, 1);
    products.add(EPSILON).cmul(gradInput.copy(input).add(EPSILON));
    this.weigh(gradInput.copy(input).add(-1, target).cdiv(products)).mul(scale);
  }
}
