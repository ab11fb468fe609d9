import { emptied } from "@rushlight/module";
import { mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { RowPair } from "./RowPair.ts";

/** Keeps the norm of a row of zeros above 0. */
const EPSILON = 1e-12;

/**
 * The cosines of the angles between the rows of two matrices: yₙ = aₙ·bₙ / (√(‖aₙ‖² + ε)·√(‖bₙ‖² + ε)) with ε = 10⁻¹².
 * Torch's `nn.CosineDistance`.
 *
 * daₙ = dyₙ·(bₙ − aₙ·(aₙ·bₙ)/(‖aₙ‖² + ε)) / (√(‖aₙ‖² + ε)·√(‖bₙ‖² + ε)), and dbₙ with a and b in each other's place.
 *
 * Shapes: `{[N, D], [N, D]} → [N]`, `{[D], [D]} → [1]`.
 *
 * @example
 * ```ts
 * import { CosineDistance } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const cosine = new CosineDistance();
 * console.log(cosine.forward([tensor([[3, 4], [1, 0]]), tensor([[4, 3], [0, 2]])]).get(0).toFixed(2)); // 0.96
 * ```
 */
export class CosineDistance extends RowPair {
  private products = new Tensor([], { resident: true });
  private dots = new Tensor([], { resident: true });
  /** 1 / (‖a‖² + ε) and 1 / (‖b‖² + ε). */
  private inverses: [a: Tensor, b: Tensor] = [new Tensor([], { resident: true }), new Tensor([], { resident: true })];
  /** 1 / (√(‖a‖² + ε)·√(‖b‖² + ε)). */
  private weights = new Tensor([], { resident: true });
  private factors: [Tensor, Tensor] = [new Tensor([], { resident: true }), new Tensor([], { resident: true })];

  protected override compute(a: Tensor, b: Tensor): void {
    this.sumOfProducts(a, b, this.dots);
    for (const [i, rows] of [a, b].entries()) {
      const sum = this.sumOfProducts(rows, rows, this.inverses[i]).add(EPSILON);
      mapInto("CosineDistance", "scalarOver", sum, sum, 1);
    }
    const [ofA, ofB] = this.inverses;
    zipInto("CosineDistance", "mul", ofA, ofB, this.weights.resizeAs(ofA));
    this.weights.sqrt();
    this.output.resize(a.size(0));
    zipInto("CosineDistance", "mul", this.dots, this.weights, this.output.unsqueeze(1));
  }

  protected override differentiate(a: Tensor, b: Tensor, gradOutput: Tensor, da: Tensor, db: Tensor): void {
    const [direct, along] = this.factors;
    zipInto("CosineDistance", "mul", this.weights, gradOutput, direct.resizeAs(gradOutput));
    for (const [i, gradient] of [da, db].entries()) {
      const [own, other] = i === 0 ? [a, b] : [b, a];
      zipInto("CosineDistance", "mul", this.dots, this.inverses[i], along.resizeAs(gradOutput));
      along.cmul(direct);
      zipInto("CosineDistance", "mul", other, direct.expandAs(other), gradient);
      gradient.addcmul(-1, own, along.expandAs(own));
    }
  }

  override clearState(): this {
    this.products = emptied(this.products);
    this.dots = emptied(this.dots);
    this.inverses = emptied(this.inverses);
    this.weights = emptied(this.weights);
    this.factors = emptied(this.factors);
    return super.clearState();
  }

  private sumOfProducts(a: Tensor, b: Tensor, sums: Tensor): Tensor {
    zipInto("CosineDistance", "mul", a, b, this.products.resizeAs(a));
    return this.products.sum(1, { out: sums });
  }
}
