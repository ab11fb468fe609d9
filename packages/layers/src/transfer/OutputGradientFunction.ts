import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { type MapOperation, mapInto, type Tensor, type ZipOperation, zipInto } from "@rushlight/tensor";

/**
 * A transfer function whose gradient follows from its output: y = f(x), dx = dy·f′(y), element by element, for any
 * shape.
 */
export abstract class OutputGradientFunction extends Module {
  /** The kernel that computes f. */
  protected abstract readonly operation: MapOperation;
  /** The kernel that computes dx from dy and y. */
  protected abstract readonly gradientOperation: ZipOperation;

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    this.output.resizeAs(input);
    mapInto(this.operation, this.operation, input, this.output);
    return this.output;
  }

  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, this.output);
    this.gradInput.resizeAs(this.output);
    zipInto(this.gradientOperation, this.gradientOperation, gradOutput, this.output, this.gradInput);
    return this.gradInput;
  }
}
