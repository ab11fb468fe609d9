import type { FloatArray } from "@rushlight/tensor";
import { Windows } from "../../windows/Windows.ts";
import { BLOCK, sharedColumns } from "./columns.ts";

/**
 * The windows over frames of all samples, some at a time: those of whole samples, or a part of those of one that has more.
 * Begin, and ask for one block after the other.
 */
export class FrameBlocks {
  /** The block: its samples are rows of an image, over which windows move in steps. */
  readonly rows: Windows;
  /** Where the first frame of the block is, counted in elements. */
  inputOffset = 0;
  /** How many windows are before those of the block. */
  first = 0;
  private readonly windows: Windows;
  private readonly terms: number;
  private readonly step: number;
  private samples = 0;
  private samplesAtOnce = 1;
  private windowsAtOnce = 1;
  private sample = 0;
  private window = 0;

  /**
   * @param windows over the frames of a sample
   * @param terms the elements of a window
   * @param step how many elements windows are apart
   */
  constructor(windows: Windows, terms: number, step: number) {
    this.windows = windows;
    this.terms = terms;
    this.step = step;
    this.rows = new Windows({ kernel: [1, terms], stride: [1, step], pad: [0, 0], dilation: [1, 1] });
  }

  /** The windows of the block. */
  get count(): number {
    return this.rows.outputSize;
  }

  /** Begins with the first of so many samples, and gives room for the columns of a block. */
  begin(samples: number, like: FloatArray): FloatArray {
    const { terms, windows } = this;
    const count = windows.outputHeight;
    this.samples = samples;
    this.samplesAtOnce = Math.min(samples, Math.max(1, Math.floor(BLOCK / (terms * count))));
    this.windowsAtOnce = Math.min(count, Math.max(1, Math.floor(BLOCK / terms)));
    this.sample = 0;
    this.window = 0;
    return sharedColumns(like, this.samplesAtOnce * terms * this.windowsAtOnce);
  }

  /** Goes on to the next block; false when there is none. */
  next(): boolean {
    const { rows, sample, samples, step, terms, window, windows } = this;
    if (sample >= samples) return false;
    const part = Math.min(this.samplesAtOnce, samples - sample);
    const count = Math.min(this.windowsAtOnce, windows.outputHeight - window);
    rows.fit(1, part, part > 1 ? windows.inputSize : (count - 1) * step + terms, "whole");
    this.inputOffset = sample * windows.inputSize + window * step;
    this.first = sample * windows.outputHeight + window;
    this.window += count;
    if (this.window >= windows.outputHeight) {
      this.window = 0;
      this.sample += part;
    }
    return true;
  }
}
