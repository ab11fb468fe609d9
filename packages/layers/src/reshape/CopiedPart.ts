import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { formatSize, type Tensor } from "@rushlight/tensor";

/** A module that gives a copy of a part of its input. The gradient of the rest is 0. */
export abstract class CopiedPart extends Module {
  /**
   * The part of a tensor of the input's size.
   *
   * @throws ShapeError when there is no such part
   */
  protected abstract part(whole: Tensor): Tensor;

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const part = this.part(input);
    return this.output.resizeAs(part).copy(part);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    if (!this.part(input).isSameSizeAs(this.output)) {
      throw inputSizeError(this, `the input of the last forward for ${formatSize(this.output.size())}`, input);
    }
    checkGradOutput(this, gradOutput, this.output);
    this.part(this.gradInput.resizeAs(input).zero()).copy(gradOutput);
    return this.gradInput;
  }
}
