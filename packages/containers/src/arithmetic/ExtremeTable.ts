import { emptied, recursiveFill, recursiveResizeAs } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { TableArithmetic } from "./TableArithmetic.ts";

/** The most extreme of the tensors in a table, element by element; of equals, the first. */
export abstract class ExtremeTable extends TableArithmetic {
  override gradInput: readonly Tensor[] = [];
  /** Where "beyond" is. */
  protected abstract readonly comparison: "gt" | "lt";
  private positions = new Tensor([], { dtype: "int32", resident: true });
  private mask = new Tensor([], { dtype: "uint8", resident: true });
  private chosen = new Tensor([], { resident: true });

  protected override combine(input: readonly Tensor[]): Tensor {
    const output = this.output.resizeAs(input[0]).copy(input[0]);
    const positions = this.positions.resizeAs(output).zero();
    for (let i = 1; i < input.length; i++) {
      const mask = input[i][this.comparison](output, { out: this.mask });
      positions.maskedFill(mask, i);
      output.maskedCopy(mask, input[i].maskedSelect(mask, { out: this.chosen }));
    }
    return output;
  }

  protected override differentiate(input: readonly Tensor[], gradOutput: Tensor): readonly Tensor[] {
    this.gradInput = recursiveFill(recursiveResizeAs(this.gradInput, input), 0);
    for (const [i, gradient] of this.gradInput.entries()) {
      const mask = this.positions.eq(i, { out: this.mask });
      gradient.maskedCopy(mask, gradOutput.maskedSelect(mask, { out: this.chosen }));
    }
    return this.gradInput;
  }

  override clearState(): this {
    this.positions = emptied(this.positions);
    this.mask = emptied(this.mask);
    this.chosen = emptied(this.chosen);
    return super.clearState();
  }
}
