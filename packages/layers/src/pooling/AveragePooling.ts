import { backend, type Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import { Pooling } from "./Pooling.ts";

/** The mean of each window, in one to three dimensions. */
export abstract class AveragePooling extends Pooling {
  /** Whether padding counts as elements that are 0; set by {@link setCountIncludePad} and {@link setCountExcludePad}. */
  countIncludePad = true;
  /** Whether sums are divided at all; false multiplies the means by the size of the kernel. For networks of old. */
  divide = true;

  /** Counts padding as elements that are 0, as at first. */
  setCountIncludePad(): this {
    this.countIncludePad = true;
    return this;
  }

  /** Divides by the number of elements that are in the input. */
  setCountExcludePad(): this {
    this.countIncludePad = false;
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.fitTo(input);
    const { output } = this;
    const x = this.contiguousInput(input);
    this.resizeToOutput(output, input, this.channelsOf(input));
    backend().windows.averagePool(
      this.windows,
      this.planesOf(input),
      this.countIncludePad,
      floatsOf(this, "input", x),
      x.storageOffset(),
      floatsOf(this, "output", output),
      output.storageOffset(),
    );
    return this.divide ? output : output.mul(this.windows.kernelSize);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.channelsOf(input));
    const { gradInput } = this;
    const gradY = this.contiguousGradOutput(gradOutput);
    gradInput.resizeAs(input).zero();
    backend().windows.averagePoolGradient(
      this.windows,
      this.planesOf(input),
      this.countIncludePad,
      floatsOf(this, "gradOutput", gradY),
      gradY.storageOffset(),
      floatsOf(this, "gradInput", gradInput),
      gradInput.storageOffset(),
    );
    return this.divide ? gradInput : gradInput.mul(this.windows.kernelSize);
  }
}
