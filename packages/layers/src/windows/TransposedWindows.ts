import type { Size, Tensor } from "@rushlight/tensor";
import { endsIn, type WindowRounding, type WindowSettings, Windows } from "./Windows.ts";

/**
 * The windows of a layer that undoes what windows do to sizes: to kernels, its output is what windows move over, and its input
 * what they give. Each extent of the output is (input − 1)·stride − 2·pad + dilation·(kernel − 1) + 1 + adjustment.
 */
export class TransposedWindows extends Windows {
  /** How much larger the output is made, below the stride: sizes that the windows would leave out at the end. */
  adjustment: Size;

  constructor(settings: WindowSettings, adjustment: Size = settings.kernel.map(() => 0)) {
    super(settings);
    this.adjustment = adjustment;
  }

  /** Takes over the extents of a layer's input. */
  override fit(time: number, height: number, width: number, rounding: WindowRounding): void {
    super.fit(this.larger(time, 3), this.larger(height, 2), this.larger(width, 1), rounding);
  }

  override outputExtents(): number[] {
    return [this.inputTime, this.inputHeight, this.inputWidth].slice(3 - this.dimensions);
  }

  override hasOutputExtents(tensor: Tensor): boolean {
    return endsIn(tensor, this.dimensions, this.inputTime, this.inputHeight, this.inputWidth);
  }

  /** The extent of the output for one of the input, in a dimension counted from the end, from 1. */
  private larger(extent: number, fromEnd: number): number {
    const { kernel, stride, pad, dilation } = this.settings;
    const d = this.dimensions - fromEnd;
    if (d < 0) return extent;
    return (extent - 1) * stride[d] - 2 * pad[d] + dilation[d] * (kernel[d] - 1) + 1 + this.adjustment[d];
  }
}
