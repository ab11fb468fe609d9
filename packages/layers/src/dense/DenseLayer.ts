import { type Activation, emptied, Module } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";

/** What layers share whose kernels take dense operands: copies of those that are not, in buffers that the layer keeps. */
export abstract class DenseLayer<I extends Activation = Tensor> extends Module<I> {
  private denseInput = new Tensor([], { resident: true });
  private denseGradOutput = new Tensor([], { resident: true });

  /** The input itself when it is contiguous, else a copy in a buffer that the module keeps. */
  protected contiguousInput(input: Tensor): Tensor {
    return input.isContiguous() ? input : this.denseInput.resizeAs(input).copy(input);
  }

  /** As {@link contiguousInput}, in a buffer of its own. */
  protected contiguousGradOutput(gradOutput: Tensor): Tensor {
    return gradOutput.isContiguous() ? gradOutput : this.denseGradOutput.resizeAs(gradOutput).copy(gradOutput);
  }

  override clearState(): this {
    this.denseInput = emptied(this.denseInput);
    this.denseGradOutput = emptied(this.denseGradOutput);
    return super.clearState();
  }
}
