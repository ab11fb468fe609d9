import type { Tensor } from "@rushlight/tensor";
import type { GivenWindows } from "../windows/GivenWindows.ts";
import { WindowLayer } from "../windows/WindowLayer.ts";
import type { WindowRounding } from "../windows/Windows.ts";

/** Pooling over windows that do not move in steps. */
export abstract class GivenPooling extends WindowLayer {
  protected override readonly rounding: WindowRounding = "whole";
  protected readonly given: GivenWindows;

  constructor(windows: GivenWindows) {
    super(windows.settings, "planes", windows);
    this.given = windows;
  }

  /** Checks an input, takes over its extents and resizes the output. */
  protected override fitForward(input: Tensor): void {
    super.fitForward(input);
    this.resizeToOutput(this.output, input, this.channelsOf(input));
  }

  override clearState(): this {
    this.given.clear();
    return super.clearState();
  }
}
