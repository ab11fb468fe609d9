import { emptied } from "@rushlight/module";
import { backend, Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import { GivenPooling } from "./GivenPooling.ts";
import { maximaGradientInto } from "./maxima.ts";

/** The largest element of each of the windows that are given. NaN is never the largest. */
export abstract class GivenMaxPooling extends GivenPooling {
  /**
   * Where the elements of the last output were, sizes as that: the position in the plane of the input, row by row from 0; of
   * equals the first; −1 where there was nothing above −Infinity.
   */
  indices: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });

  override updateOutput(input: Tensor): Tensor {
    this.fitForward(input);
    const { output, indices, given } = this;
    const x = this.contiguousInput(input);
    this.resizeToOutput(indices, input, this.channelsOf(input));
    this.placeWindows(input);
    backend().windows.maxPoolWithin(
      given,
      this.planesOf(input),
      given.bounds.storage().data,
      given.bounds.storageOffset(),
      given.boundsStep,
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

  /** Decides where the windows of an input are, when its extents alone do not. */
  protected placeWindows(_input: Tensor): void {}
}
