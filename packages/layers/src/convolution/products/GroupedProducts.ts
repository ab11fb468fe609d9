import { backend, type FloatArray } from "@rushlight/tensor";
import { WindowBlocks } from "../../windows/WindowBlocks.ts";
import type { Windows } from "../../windows/Windows.ts";
import { beginBlocks } from "./columns.ts";
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
  private readonly blocks: WindowBlocks;

  constructor(windows: Windows, planes: number, outputs: number) {
    this.windows = windows;
    this.planes = planes;
    this.outputs = outputs;
    this.blocks = new WindowBlocks(windows);
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
    const { blocks, outputs, planes, terms, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { matrix, windows: kernels } = backend();
    const beta = bias === undefined ? 0 : 1;
    if (bias !== undefined) this.fillWithBias(samples, bias, biasOffset, y, yOffset);
    for (let sample = 0; sample < samples; sample++) {
      const columns = beginBlocks(blocks, windows, terms, x);
      while (blocks.next()) {
        const { count } = blocks;
        kernels.unfold(blocks, planes, x, xOffset + sample * planes * inputSize, columns, 0);
        for (let plane = 0; plane < planes; plane++) {
          const w = weightOffset + plane * kernelSize;
          const from = plane * kernelSize * count;
          const to = yOffset + (sample * planes + plane) * outputs * outputSize + blocks.first;
          matrix.gemm(
            false,
            false,
            outputs,
            count,
            kernelSize,
            1,
            weight,
            w,
            terms,
            columns,
            from,
            count,
            beta,
            y,
            to,
            outputSize,
          );
        }
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
    const { blocks, outputs, planes, terms, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { map, matrix, windows: kernels } = backend();
    map.fill(samples * planes * inputSize, gradX, gradXOffset, 1, gradX, gradXOffset, 1, 0, 0);
    for (let sample = 0; sample < samples; sample++) {
      const columns = beginBlocks(blocks, windows, terms, gradX);
      while (blocks.next()) {
        const { count } = blocks;
        for (let plane = 0; plane < planes; plane++) {
          const w = weightOffset + plane * kernelSize;
          const from = gradYOffset + (sample * planes + plane) * outputs * outputSize + blocks.first;
          const to = plane * kernelSize * count;
          matrix.gemm(
            true,
            false,
            kernelSize,
            count,
            outputs,
            1,
            weight,
            w,
            terms,
            gradY,
            from,
            outputSize,
            0,
            columns,
            to,
            count,
          );
        }
        kernels.fold(blocks, planes, columns, 0, gradX, gradXOffset + sample * planes * inputSize);
      }
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
    const { blocks, outputs, planes, terms, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { matrix, windows: kernels } = backend();
    for (let sample = 0; sample < samples; sample++) {
      const columns = beginBlocks(blocks, windows, terms, x);
      while (blocks.next()) {
        const { count } = blocks;
        kernels.unfold(blocks, planes, x, xOffset + sample * planes * inputSize, columns, 0);
        for (let plane = 0; plane < planes; plane++) {
          const gradFrom = gradYOffset + (sample * planes + plane) * outputs * outputSize + blocks.first;
          const from = plane * kernelSize * count;
          const w = gradWeightOffset + plane * kernelSize;
          matrix.gemm(
            false,
            true,
            outputs,
            kernelSize,
            count,
            scale,
            gradY,
            gradFrom,
            outputSize,
            columns,
            from,
            count,
            1,
            gradWeight,
            w,
            terms,
          );
        }
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

  /** The columns' elements for one window of all planes; a row of the weights has as many. */
  private get terms(): number {
    return this.planes * this.windows.kernelSize;
  }
}
