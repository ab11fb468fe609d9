import { emptied } from "@rushlight/module";
import { backend, Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import { maximaGradientInto } from "./maxima.ts";
import { Pooling } from "./Pooling.ts";

/** The largest element of each window, in one to three dimensions. NaN is never the largest; padding is left out. */
export abstract class MaxPooling extends Pooling {
  /**
   * Where the elements of the last output were, sizes as that: the position in the plane of the input, row by row from 0, or
   * in the sample for frames; of equals the first; −1 where there was nothing above −Infinity.
   */
  indices: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });

  override updateOutput(input: Tensor): Tensor {
    this.fitForward(input);
    const { output, indices } = this;
    const x = this.contiguousInput(input);
    const channels = this.channelsOf(input);
    this.resizeToOutput(output, input, channels);
    this.resizeToOutput(indices, input, channels);
    backend().windows.maxPool(
      this.windows,
      this.planesOf(input),
      floatsOf(this, "input", x),
      x.storageOffset(),
      floatsOf(this, "output", output),
      output.storageOffset(),
      indices.storage().data,
      indices.storageOffset(),
    );
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.channelsOf(input));
    const { gradInput, indices, windows } = this;
    const gradY = this.contiguousGradOutput(gradOutput);
    maximaGradientInto(this, windows, this.planesOf(input), gradY, indices, gradInput.resizeAs(input));
    return gradInput;
  }

  override clearState(): this {
    this.indices = emptied(this.indices);
    return super.clearState();
  }
}
