import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import { sharedColumns } from "./columns.ts";
import type { Products } from "./Products.ts";

/**
 * The products of a convolution in which every plane goes its own way: samples are `[planes, ...input]`, their outputs
 * `[planes, outputs, ...output]`, the weights `[outputs, planes, kernel]`, the bias `[outputs, planes]`.
 */
export class GroupedProducts implements Products {
  private readonly windows: Windows;
  private readonly planes: number;
  /** The outputs of one plane. */
  private readonly outputs: number;

  constructor(windows: Windows, planes: number, outputs: number) {
    this.windows = windows;
    this.planes = planes;
    this.outputs = outputs;
  }

  /** y ← bias + W·windows(x), plane by plane. */
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
    const { outputs, planes, windows } = this;
    const { kernelSize, outputSize } = windows;
    const { gemm } = backend().matrix;
    const columns = this.columnsLike(x);
    if (bias !== undefined) this.fillWithBias(samples, bias, biasOffset, y, yOffset);
    for (let sample = 0; sample < samples; sample++) {
      this.unfold(x, xOffset + sample * planes * windows.inputSize, columns);
      for (let plane = 0; plane < planes; plane++) {
        const to = yOffset + (sample * planes + plane) * outputs * outputSize;
        gemm(
          ...([false, false, outputs, outputSize, kernelSize, 1] as const),
          ...([weight, weightOffset + plane * kernelSize, planes * kernelSize] as const),
          ...([columns, plane * kernelSize * outputSize, outputSize] as const),
          ...([bias === undefined ? 0 : 1, y, to, outputSize] as const),
        );
      }
    }
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
    const { outputs, planes, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { map, matrix, windows: kernels } = backend();
    const columns = this.columnsLike(gradX);
    map.fill(samples * planes * inputSize, gradX, gradXOffset, 1, gradX, gradXOffset, 1, 0, 0);
    for (let sample = 0; sample < samples; sample++) {
      for (let plane = 0; plane < planes; plane++) {
        const from = gradYOffset + (sample * planes + plane) * outputs * outputSize;
        matrix.gemm(
          ...([true, false, kernelSize, outputSize, outputs, 1] as const),
          ...([weight, weightOffset + plane * kernelSize, planes * kernelSize, gradY, from, outputSize] as const),
          ...([0, columns, plane * kernelSize * outputSize, outputSize] as const),
        );
      }
      kernels.fold(windows, planes, columns, 0, gradX, gradXOffset + sample * planes * inputSize);
    }
  }

  /** gradWeight ← gradWeight + scale times the gradient with respect to the weights. */
  accumulate(
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
  ): void {
    const { outputs, planes, windows } = this;
    const { kernelSize, outputSize } = windows;
    const { gemm } = backend().matrix;
    const columns = this.columnsLike(x);
    for (let sample = 0; sample < samples; sample++) {
      this.unfold(x, xOffset + sample * planes * windows.inputSize, columns);
      for (let plane = 0; plane < planes; plane++) {
        const from = gradYOffset + (sample * planes + plane) * outputs * outputSize;
        gemm(
          ...([false, true, outputs, kernelSize, outputSize, scale, gradY, from, outputSize] as const),
          ...([columns, plane * kernelSize * outputSize, outputSize] as const),
          ...([1, gradWeight, gradWeightOffset + plane * kernelSize, planes * kernelSize] as const),
        );
      }
    }
  }

  /** gradBias ← gradBias + scale times the sums of the planes of gradY. */
  accumulateBias(
    samples: number,
    scale: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradBias: FloatArray,
    gradBiasOffset: number,
  ): void {
    const { outputs, planes, windows } = this;
    const { outputSize } = windows;
    const { sum } = backend().reduce;
    for (let channel = 0; channel < samples * planes * outputs; channel++) {
      const total = sum(outputSize, gradY, gradYOffset + channel * outputSize, 1, 0);
      gradBias[gradBiasOffset + this.biasAt(channel)] += scale * total;
    }
  }

  private fillWithBias(samples: number, bias: FloatArray, biasOffset: number, y: FloatArray, yOffset: number): void {
    const { outputs, planes, windows } = this;
    const { outputSize } = windows;
    const { fill } = backend().map;
    for (let channel = 0; channel < samples * planes * outputs; channel++) {
      const at = yOffset + channel * outputSize;
      fill(outputSize, y, at, 1, y, at, 1, bias[biasOffset + this.biasAt(channel)], 0);
    }
  }

  /** Where the bias of a channel of the output is, of whatever sample. */
  private biasAt(channel: number): number {
    const { outputs, planes } = this;
    return (channel % outputs) * planes + (Math.floor(channel / outputs) % planes);
  }

  private columnsLike(like: FloatArray): FloatArray {
    const { kernelSize, outputSize } = this.windows;
    return sharedColumns(like, this.planes * kernelSize * outputSize);
  }

  private unfold(x: FloatArray, xOffset: number, columns: FloatArray): void {
    backend().windows.unfold(this.windows, this.planes, x, xOffset, columns, 0);
  }
}
