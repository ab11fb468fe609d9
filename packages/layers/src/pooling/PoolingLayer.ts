import { inputSizeError } from "@rushlight/module";
import { type Size, sameSize, type Tensor } from "@rushlight/tensor";
import { WindowLayer } from "../windows/WindowLayer.ts";

/** A layer whose backward takes an input of the size of the last forward only. */
export abstract class PoolingLayer extends WindowLayer {
  /** The size of the last input. */
  inputSize: Size = [];

  /** Checks an input of forward and takes over its extents. */
  protected fitForward(input: Tensor): void {
    this.fitTo(input);
    this.inputSize = input.size();
  }

  protected override fitBackward(input: Tensor, gradOutput: Tensor, channels: number): void {
    super.fitBackward(input, gradOutput, channels);
    // Inputs of several sizes have outputs of one size.
    if (!sameSize(input.size(), this.inputSize)) throw inputSizeError(this, "the input of the last forward", input);
  }
}
