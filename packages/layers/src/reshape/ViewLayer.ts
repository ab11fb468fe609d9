import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";

/** A module that gives the elements of its input under other sizes, as a view of them where they lie as it needs. */
export abstract class ViewLayer extends Module {
  private inputCopy = new Tensor([], { resident: true });
  private gradOutputCopy = new Tensor([], { resident: true });

  /** The input under its other sizes. */
  protected abstract see(input: Tensor): Tensor;

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    return this.output.set(this.see(input));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, this.output);
    if (input.nElement() !== gradOutput.nElement()) {
      throw inputSizeError(this, `the input of the last forward, of ${gradOutput.nElement()} elements`, input);
    }
    return this.gradInput.set(contiguous(gradOutput, this.gradOutputCopy).view(input.size()));
  }

  override clearState(): this {
    this.inputCopy = emptied(this.inputCopy);
    this.gradOutputCopy = emptied(this.gradOutputCopy);
    return super.clearState();
  }

  /** The input when it is contiguous, else a copy. */
  protected contiguous(input: Tensor): Tensor {
    return contiguous(input, this.inputCopy);
  }
}

function contiguous(tensor: Tensor, copy: Tensor): Tensor {
  return tensor.isContiguous() ? tensor : copy.resizeAs(tensor).copy(tensor);
}
