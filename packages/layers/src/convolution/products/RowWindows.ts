import { backend, type FloatArray } from "@rushlight/tensor";
import { type WindowSettings, Windows } from "../../windows/Windows.ts";
import { sharedColumns } from "./columns.ts";

/** Elements that are given a margin at a time, if no sample is larger. */
const BLOCK = 65_536;

/**
 * The windows of a convolution for the backend's `convolve`, which wants them inside the input: samples with padding are
 * copied into larger ones with a margin of zeros first, which is much less than all their windows.
 */
export class RowWindows {
  /** The windows over samples with their margin. */
  private readonly windows: Windows;
  /** What copies a sample to where it has a margin. */
  private readonly margin: Windows;

  constructor({ kernel, stride, pad, dilation }: WindowSettings) {
    const ones = pad.map(() => 1);
    this.windows = new Windows({ kernel, stride, pad: pad.map(() => 0), dilation });
    this.margin = new Windows({ kernel: ones, stride: ones, pad, dilation: ones });
  }

  /** Takes over the extents of samples without their margin. */
  fit(time: number, height: number, width: number): void {
    const { margin, windows } = this;
    margin.fit(time, height, width, "whole");
    windows.fit(margin.outputTime, margin.outputHeight, margin.outputWidth, "whole");
  }

  /**
   * y ← bias + W·windows(x), sample by sample.
   *
   * @param scratchOffset where in the shared columns samples with their margin may go
   */
  convolve(
    planes: number,
    outputs: number,
    samples: number,
    x: FloatArray,
    xOffset: number,
    weight: FloatArray,
    weightOffset: number,
    bias: FloatArray | undefined,
    biasOffset: number,
    y: FloatArray,
    yOffset: number,
    scratchOffset = 0,
  ): void {
    const { windows: g } = this;
    const { windows: kernels } = backend();
    const some = this.samplesAtOnce(planes, samples);
    for (let done = 0; done < samples; done += some) {
      const part = Math.min(some, samples - done);
      const at = xOffset + done * planes * this.margin.inputSize;
      const from = this.withMargin(planes * part, x, at, scratchOffset);
      const start = from === x ? at : scratchOffset;
      const to = yOffset + done * outputs * g.outputSize;
      kernels.convolve(g, planes, outputs, part, from, start, weight, weightOffset, bias, biasOffset, y, to);
    }
  }

  /** gradWeight ← gradWeight + scale times the gradient with respect to the weights. */
  accumulateWeights(
    planes: number,
    outputs: number,
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
  ): void {
    const { windows: g } = this;
    const { convolveWeightGradient } = backend().windows;
    const some = this.samplesAtOnce(planes, samples);
    for (let done = 0; done < samples; done += some) {
      const part = Math.min(some, samples - done);
      const at = xOffset + done * planes * this.margin.inputSize;
      const from = this.withMargin(planes * part, x, at, 0);
      const start = from === x ? at : 0;
      const gradAt = gradYOffset + done * outputs * g.outputSize;
      convolveWeightGradient(g, planes, outputs, part, scale, from, start, gradY, gradAt, gradWeight, gradWeightOffset);
    }
  }

  /** How many elements of the shared columns {@link convolve} takes for its samples. */
  scratchSize(planes: number, samples: number): number {
    return this.hasMargin() ? this.samplesAtOnce(planes, samples) * planes * this.windows.inputSize : 0;
  }

  private hasMargin(): boolean {
    return this.margin.inputSize !== this.margin.outputSize;
  }

  private samplesAtOnce(planes: number, samples: number): number {
    if (!this.hasMargin()) return samples;
    return Math.min(samples, Math.max(1, Math.floor(BLOCK / (planes * this.windows.inputSize))));
  }

  /** The planes themselves when they need no margin, else a copy in the shared columns. */
  private withMargin(planes: number, x: FloatArray, at: number, scratchOffset: number): FloatArray {
    if (!this.hasMargin()) return x;
    const scratch = sharedColumns(x, scratchOffset + planes * this.windows.inputSize);
    backend().windows.unfold(this.margin, planes, x, at, scratch, scratchOffset);
    return scratch;
  }
}
