import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { rowsGradientInto, rowsInto, type Tensor } from "@rushlight/tensor";

/**
 * A function of whole rows: of a vector `[C]`, of each row of a batch `[N, C]`, of the planes at each pixel of an image
 * `[C, H, W]` or of a batch of them `[N, C, H, W]`.
 */
export abstract class RowFunction extends Module {
  /** The kernel that computes the function. */
  protected abstract readonly operation: "softMax" | "logSoftMax";
  /** The kernel that computes its gradient. */
  protected abstract readonly gradientOperation: "softMaxGradient" | "logSoftMaxGradient";

  override updateOutput(input: Tensor): Tensor {
    this.checkRows(input);
    this.output.resizeAs(input);
    rowsInto(this.operation, this.operation, input, this.output, rowDimension(input));
    return this.output;
  }

  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, this.output);
    this.gradInput.resizeAs(this.output);
    rowsGradientInto(
      this.gradientOperation,
      this.gradientOperation,
      this.output,
      gradOutput,
      this.gradInput,
      rowDimension(this.output),
    );
    return this.gradInput;
  }

  /** Checks that an input has rows. */
  protected checkRows(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    if (input.dim() < 1 || input.dim() > 4) {
      throw inputSizeError(this, "[C], [N, C], [C, H, W] or [N, C, H, W]", input);
    }
  }
}

function rowDimension(input: Tensor): number {
  return input.dim() % 2 === 0 ? 1 : 0;
}
