import { emptied } from "@rushlight/module";
import { Tensor, zipInto } from "@rushlight/tensor";
import { RowPair } from "./RowPair.ts";

/**
 * The dot products of the rows of two matrices: yₙ = aₙ·bₙ, daₙ = dyₙ·bₙ, dbₙ = dyₙ·aₙ. Torch's `nn.DotProduct`.
 *
 * Shapes: `{[N, D], [N, D]} → [N]`, `{[D], [D]} → [1]`.
 *
 * @example
 * ```ts
 * import { DotProduct } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const dot = new DotProduct();
 * console.log(dot.forward([tensor([[1, 2], [3, 4]]), tensor([[1, 1], [0, 2]])]).toArray()); // [ 3, 8 ]
 * ```
 */
export class DotProduct extends RowPair {
  private products = new Tensor([], { resident: true });

  protected override compute(a: Tensor, b: Tensor): void {
    zipInto("DotProduct", "mul", a, b, this.products.resizeAs(a));
    this.products.sum(1, { keepDim: false, out: this.output });
  }

  protected override differentiate(a: Tensor, b: Tensor, gradOutput: Tensor, da: Tensor, db: Tensor): void {
    const gradients = gradOutput.expandAs(a);
    zipInto("DotProduct", "mul", gradients, b, da);
    zipInto("DotProduct", "mul", gradients, a, db);
  }

  override clearState(): this {
    this.products = emptied(this.products);
    return super.clearState();
  }
}
