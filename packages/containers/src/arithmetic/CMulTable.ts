import { emptied, recursiveResizeAs } from "@rushlight/module";
import { Tensor, zipInto } from "@rushlight/tensor";
import { TableArithmetic } from "./TableArithmetic.ts";

/**
 * The product of the tensors in a table, element by element: y = Πᵢ xᵢ, dxᵢ = dy·Πⱼ≠ᵢ xⱼ. Torch's `nn.CMulTable`.
 *
 * All have one size; the table is of any length. Nothing is divided: the gradients are right where elements are 0.
 *
 * @example
 * ```ts
 * import { CMulTable } from "@rushlight/containers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const product = new CMulTable();
 * const table = [tensor([0, 2]), tensor([3, 4])];
 * console.log(product.forward(table).toArray()); // [ 0, 8 ]
 * console.log(product.backward(table, ones(2)).map((dx) => dx.toArray())); // [ [ 3, 4 ], [ 0, 2 ] ]
 * ```
 */
export class CMulTable extends TableArithmetic {
  override gradInput: readonly Tensor[] = [];
  private products = new Tensor([], { resident: true });

  protected override combine(input: readonly Tensor[]): Tensor {
    const [first, second] = input;
    const output = this.output.resizeAs(first);
    if (second === undefined) return output.copy(first);
    zipInto("CMulTable", "mul", first, second, output);
    for (let i = 2; i < input.length; i++) output.cmul(input[i]);
    return output;
  }

  protected override differentiate(input: readonly Tensor[], gradOutput: Tensor): readonly Tensor[] {
    const gradInput = recursiveResizeAs(this.gradInput, input);
    this.gradInput = gradInput;
    const last = input.length - 1;
    gradInput[0].copy(gradOutput);
    for (let i = 1; i <= last; i++) zipInto("CMulTable", "mul", gradInput[i - 1], input[i - 1], gradInput[i]);
    // Each has the factors before it; now those after it.
    const after = this.products.resizeAs(gradOutput);
    for (let i = last - 1; i >= 0; i--) {
      if (i === last - 1) after.copy(input[last]);
      else after.cmul(input[i + 1]);
      gradInput[i].cmul(after);
    }
    return gradInput;
  }

  override clearState(): this {
    this.products = emptied(this.products);
    return super.clearState();
  }
}
