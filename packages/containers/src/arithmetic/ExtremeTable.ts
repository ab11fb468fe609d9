import { checkGradOutput, emptied, recursiveResizeAs } from "@rushlight/module";
import { mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { TableArithmetic } from "./TableArithmetic.ts";

/** The most extreme of the tensors in a table, element by element; of equals, the first. */
export abstract class ExtremeTable extends TableArithmetic {
  override gradInput: readonly Tensor[] = [];
  /** Which of two is the more extreme. */
  protected abstract readonly extreme: "max" | "min";
  /** Which member each element of the output comes from, as a number of the module's dtype. */
  private positions = new Tensor([], { resident: true });
  private excess = new Tensor([], { resident: true });
  private later = new Tensor([], { resident: true });

  protected override combine(input: readonly Tensor[]): Tensor {
    const name = this.describe();
    const output = this.output.resizeAs(input[0]).copy(input[0]);
    const positions = this.positions.resizeAs(output).zero();
    const excess = this.excess.resizeAs(output);
    const later = this.later.resizeAs(output);
    for (let i = 1; i < input.length; i++) {
      const [more, less] = this.extreme === "max" ? [input[i], output] : [output, input[i]];
      zipInto(name, "add", more, less, excess, -1);
      zipInto(name, "thresholdGradient", later.fill(i), excess, later, 0);
      zipInto(name, "max", positions, later, positions);
      zipInto(name, this.extreme, output, input[i], output);
    }
    return output;
  }

  protected override differentiate(input: readonly Tensor[], gradOutput: Tensor): readonly Tensor[] {
    const name = this.describe();
    checkGradOutput(this, gradOutput, this.output);
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    const { positions } = this;
    const negated = this.excess.resizeAs(positions);
    mapInto(name, "neg", positions, negated);
    for (const [i, gradient] of this.gradInput.entries()) {
      // What is not from this member is left out, not multiplied by 0: gradients may be infinite.
      zipInto(name, "thresholdGradient", gradOutput, positions, gradient, i - 0.5);
      zipInto(name, "thresholdGradient", gradient, negated, gradient, -i - 0.5);
    }
    return this.gradInput;
  }

  override clearState(): this {
    this.positions = emptied(this.positions);
    this.excess = emptied(this.excess);
    this.later = emptied(this.later);
    return super.clearState();
  }
}
