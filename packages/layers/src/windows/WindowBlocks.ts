import type { WindowGeometry } from "@rushlight/tensor";
import type { Windows } from "./Windows.ts";

/**
 * The windows of an input, some at a time: whole rows of them, or whole times. Begin, and ask for one block after the other.
 * As a geometry it is that of the windows of the block over the whole input.
 */
export class WindowBlocks implements WindowGeometry {
  inputTime = 1;
  inputHeight = 1;
  inputWidth = 1;
  readonly kernelTime: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideTime: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  padTime = 0;
  padHeight = 0;
  readonly padWidth: number;
  readonly dilationTime: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  outputTime = 0;
  outputHeight = 0;
  outputWidth = 1;
  /** How many windows are before those of the block. */
  first = 0;
  private readonly windows: Windows;
  private times = 1;
  private rows = 1;
  private time = 0;
  private row = 0;

  constructor(windows: Windows) {
    this.windows = windows;
    this.kernelTime = windows.kernelTime;
    this.kernelHeight = windows.kernelHeight;
    this.kernelWidth = windows.kernelWidth;
    this.strideTime = windows.strideTime;
    this.strideHeight = windows.strideHeight;
    this.strideWidth = windows.strideWidth;
    this.padWidth = windows.padWidth;
    this.dilationTime = windows.dilationTime;
    this.dilationHeight = windows.dilationHeight;
    this.dilationWidth = windows.dilationWidth;
  }

  /** The windows of the block. */
  get count(): number {
    return this.outputTime * this.outputHeight * this.outputWidth;
  }

  /** The windows of the largest block. */
  get largest(): number {
    return Math.min(this.times, this.windows.outputTime) * this.rows * this.outputWidth;
  }

  /**
   * Begins with the windows as they are fitted now.
   *
   * @param most the windows that a block may have; a row of them may be more
   */
  begin(most: number): void {
    const { inputTime, inputHeight, inputWidth, outputHeight, outputWidth } = this.windows;
    this.inputTime = inputTime;
    this.inputHeight = inputHeight;
    this.inputWidth = inputWidth;
    this.outputWidth = outputWidth;
    this.times = Math.max(1, Math.floor(most / (outputHeight * outputWidth)));
    this.rows = Math.min(outputHeight, Math.max(1, Math.floor(most / outputWidth)));
    this.time = 0;
    this.row = 0;
  }

  /** Goes on to the next block; false when there is none. */
  next(): boolean {
    const { windows, time, row, times, rows } = this;
    if (time >= windows.outputTime) return false;
    this.outputTime = Math.min(times, windows.outputTime - time);
    this.outputHeight = Math.min(rows, windows.outputHeight - row);
    this.padTime = windows.padTime - time * windows.strideTime;
    this.padHeight = windows.padHeight - row * windows.strideHeight;
    this.first = (time * windows.outputHeight + row) * windows.outputWidth;
    this.row += rows;
    if (this.row >= windows.outputHeight) {
      this.row = 0;
      this.time += times;
    }
    return true;
  }
}
