import { emptied, inputSizeError } from "@rushlight/module";
import { backend, type Size, sameSize, Tensor } from "@rushlight/tensor";
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

  /** The size of the last input. */
  inputSize: Size = [];

  override updateOutput(input: Tensor): Tensor {
    this.fitTo(input);
    this.inputSize = input.size();
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

  protected override fitBackward(input: Tensor, gradOutput: Tensor, channels: number): void {
    super.fitBackward(input, gradOutput, channels);
    // Positions in planes of other extents, which may have outputs of the same, are none in these.
    if (!sameSize(input.size(), this.inputSize)) throw inputSizeError(this, "the input of the last forward", input);
  }

  override clearState(): this {
    this.indices = emptied(this.indices);
    return super.clearState();
  }
}
