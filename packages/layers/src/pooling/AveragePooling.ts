import type { Tensor } from "@rushlight/tensor";
import { averageGradientInto, averageInto } from "./averages.ts";
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
    this.fitForward(input);
    const { output, windows } = this;
    const x = this.contiguousInput(input);
    this.resizeToOutput(output, input, this.channelsOf(input));
    averageInto(this, windows, this.planesOf(input), this.countIncludePad, x, output);
    return this.divide ? output : output.mul(windows.kernelSize);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.channelsOf(input));
    const { gradInput, windows } = this;
    const gradY = this.contiguousGradOutput(gradOutput);
    gradInput.resizeAs(input);
    averageGradientInto(this, windows, this.planesOf(input), this.countIncludePad, gradY, gradInput);
    return this.divide ? gradInput : gradInput.mul(windows.kernelSize);
  }
}
