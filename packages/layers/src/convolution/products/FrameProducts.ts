import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import type { Products } from "./Products.ts";

/**
 * The products of a convolution over frames: samples are `[frames, features]`, their outputs `[windows, outputs]`, the weights
 * `[outputs, kernel·features]`. A window is a run of elements.
 */
export abstract class FrameProducts implements Products {
  protected readonly windows: Windows;
  protected readonly outputs: number;
  /** The elements of a window. */
  protected readonly terms: number;
  /** How many elements windows are apart. */
  protected readonly step: number;
  /** Room for the sums of columns. */
  protected readonly sums: Float64Array;

  constructor(windows: Windows, features: number, outputs: number) {
    this.windows = windows;
    this.outputs = outputs;
    this.terms = windows.kernelHeight * features;
    this.step = windows.strideHeight * features;
    this.sums = new Float64Array(outputs);
  }

  /** y ← bias + W·windows(x). */
  forward(
    samples: number,
    x: FloatArray,
    xOffset: number,
    weight: FloatArray,
    weightOffset: number,
    bias: FloatArray | undefined,
    biasOffset: number,
    y: FloatArray,
    yOffset: number,
  ): void {
    const { outputs, windows } = this;
    if (bias !== undefined) repeatRow(samples * windows.outputHeight, outputs, bias, biasOffset, 1, y, yOffset);
    this.multiply(samples, x, xOffset, weight, weightOffset, bias === undefined ? 0 : 1, y, yOffset);
  }

  /** gradX ← the gradient with respect to x. */
  backward(
    samples: number,
    gradY: FloatArray,
    gradYOffset: number,
    weight: FloatArray,
    weightOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    const count = samples * this.windows.inputSize;
    backend().map.fill(count, gradX, gradXOffset, 1, gradX, gradXOffset, 1, 0, 0);
    this.multiplyBack(samples, gradY, gradYOffset, weight, weightOffset, gradX, gradXOffset);
  }

  /** gradWeight ← gradWeight + scale times the gradient with respect to the weights. */
  abstract accumulate(
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
  ): void;

  /** gradBias ← gradBias + scale times the sums of gradY over all windows. */
  accumulateBias(
    samples: number,
    scale: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradBias: FloatArray,
    gradBiasOffset: number,
  ): void {
    const { outputs, sums } = this;
    backend().columns.sum(samples * this.windows.outputHeight, outputs, gradY, gradYOffset, outputs, 1, sums);
    for (let output = 0; output < outputs; output++) gradBias[gradBiasOffset + output] += scale * sums[output];
  }

  /** y ← beta·y + W·windows(x). */
  protected abstract multiply(
    samples: number,
    x: FloatArray,
    xOffset: number,
    weight: FloatArray,
    weightOffset: number,
    beta: 0 | 1,
    y: FloatArray,
    yOffset: number,
  ): void;

  /** gradX ← gradX + the gradient with respect to x. */
  protected abstract multiplyBack(
    samples: number,
    gradY: FloatArray,
    gradYOffset: number,
    weight: FloatArray,
    weightOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void;
}

/** y ← a row, so many times: what is there already is doubled until it is enough. */
export function repeatRow(
  count: number,
  size: number,
  row: FloatArray,
  rowOffset: number,
  rowStride: number,
  y: FloatArray,
  yOffset: number,
): void {
  const { copy } = backend().map;
  copy(size, row, rowOffset, rowStride, y, yOffset, 1, 0, 0);
  for (let done = 1; done < count; done *= 2) {
    copy(Math.min(done, count - done) * size, y, yOffset, 1, y, yOffset + done * size, 1, 0, 0);
  }
}
