import { inputSizeError } from "@rushlight/module";
import { type Size, sameSize, type Tensor } from "@rushlight/tensor";
import type { GivenWindows } from "../windows/GivenWindows.ts";
import { WindowLayer } from "../windows/WindowLayer.ts";
import type { WindowRounding } from "../windows/Windows.ts";

/** Pooling over windows that do not move in steps. */
export abstract class GivenPooling extends WindowLayer {
  protected override readonly rounding: WindowRounding = "whole";
  protected readonly given: GivenWindows;
  private inputSize: Size = [];

  constructor(windows: GivenWindows) {
    super(windows.settings, "planes", windows);
    this.given = windows;
  }

  /** Checks an input, takes over its extents and resizes the output. */
  protected fitForward(input: Tensor): void {
    this.fitTo(input);
    this.inputSize = input.size();
    this.resizeToOutput(this.output, input, this.channelsOf(input));
  }

  protected override fitBackward(input: Tensor, gradOutput: Tensor, channels: number): void {
    super.fitBackward(input, gradOutput, channels);
    // Inputs of any extents have outputs of one size.
    if (!sameSize(input.size(), this.inputSize)) throw inputSizeError(this, "the input of the last forward", input);
  }

  override clearState(): this {
    this.given.clear();
    return super.clearState();
  }
}
