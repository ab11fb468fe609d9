import { backend, type FloatArray } from "@rushlight/tensor";
import { WindowBlocks } from "../../windows/WindowBlocks.ts";
import type { Windows } from "../../windows/Windows.ts";
import { BLOCK, beginColumns } from "./columns.ts";
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
    const some = this.channelsAtOnce(samples);
    for (let start = 0; start < samples * planes; start += some) {
      const part = Math.min(some, samples * planes - start);
      const columns = beginColumns(blocks, part * kernelSize, x);
      while (blocks.next()) {
        const { count } = blocks;
        kernels.unfold(blocks, part, x, xOffset + start * inputSize, columns, 0);
        for (let i = 0; i < part; i++) {
          const plane = (start + i) % planes;
          const w = weightOffset + plane * kernelSize;
          const from = i * kernelSize * count;
          const to = yOffset + (start + i) * outputs * outputSize + blocks.first;
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
    const some = this.channelsAtOnce(samples);
    for (let start = 0; start < samples * planes; start += some) {
      const part = Math.min(some, samples * planes - start);
      const columns = beginColumns(blocks, part * kernelSize, gradX);
      while (blocks.next()) {
        const { count } = blocks;
        for (let i = 0; i < part; i++) {
          const plane = (start + i) % planes;
          const w = weightOffset + plane * kernelSize;
          const from = gradYOffset + (start + i) * outputs * outputSize + blocks.first;
          const to = i * kernelSize * count;
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
        kernels.fold(blocks, part, columns, 0, gradX, gradXOffset + start * inputSize);
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
    const some = this.channelsAtOnce(samples);
    for (let start = 0; start < samples * planes; start += some) {
      const part = Math.min(some, samples * planes - start);
      const columns = beginColumns(blocks, part * kernelSize, x);
      while (blocks.next()) {
        const { count } = blocks;
        kernels.unfold(blocks, part, x, xOffset + start * inputSize, columns, 0);
        for (let i = 0; i < part; i++) {
          const plane = (start + i) % planes;
          const gradFrom = gradYOffset + (start + i) * outputs * outputSize + blocks.first;
          const from = i * kernelSize * count;
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

  /** The planes, of whatever samples, that are unfolded at a time: as many as there is room for. */
  private channelsAtOnce(samples: number): number {
    const { kernelSize, outputSize } = this.windows;
    return Math.min(samples * this.planes, Math.max(1, Math.floor(BLOCK / (kernelSize * outputSize))));
  }

  /** The elements of a row of the weights. */
  private get terms(): number {
    return this.planes * this.windows.kernelSize;
  }
}
