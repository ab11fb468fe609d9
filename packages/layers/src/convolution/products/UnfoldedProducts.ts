import { backend, type FloatArray } from "@rushlight/tensor";
import { WindowBlocks } from "../../windows/WindowBlocks.ts";
import type { Windows } from "../../windows/Windows.ts";
import { beginColumns } from "./columns.ts";

/**
 * The products of any convolution with dense operands: samples are `[planes, ...input]`, their outputs `[outputs, ...output]`,
 * the weights `[outputs, planes·kernel]`. Windows are unfolded some at a time, and those of a pointwise convolution not at
 * all: they are the sample itself.
 */
export class UnfoldedProducts {
  private readonly windows: Windows;
  private readonly planes: number;
  private readonly outputs: number;
  private readonly blocks: WindowBlocks;

  constructor(windows: Windows, planes: number, outputs: number) {
    this.windows = windows;
    this.planes = planes;
    this.outputs = outputs;
    this.blocks = new WindowBlocks(windows);
  }

  /** y ← y + W·windows(x), sample by sample; with `beta` 0, y is not read. */
  forward(
    samples: number,
    x: FloatArray,
    xOffset: number,
    weight: FloatArray,
    weightOffset: number,
    beta: 0 | 1,
    y: FloatArray,
    yOffset: number,
  ): void {
    const { windows, planes, outputs, blocks, terms } = this;
    const { matrix, windows: kernels } = backend();
    const { gemm } = matrix;
    const count = windows.outputSize;
    for (let sample = 0; sample < samples; sample++) {
      const from = xOffset + sample * planes * windows.inputSize;
      const to = yOffset + sample * outputs * count;
      if (windows.isPointwise()) {
        gemm(false, false, outputs, count, terms, 1, weight, weightOffset, terms, x, from, count, beta, y, to, count);
        continue;
      }
      const columns = beginColumns(blocks, terms, x);
      while (blocks.next()) {
        const n = blocks.count;
        kernels.unfold(blocks, planes, x, from, columns, 0);
        const at = to + blocks.first;
        gemm(false, false, outputs, n, terms, 1, weight, weightOffset, terms, columns, 0, n, beta, y, at, count);
      }
    }
  }

  /** gradX ← the gradient with respect to x, of which gradX holds zeros. */
  backward(
    samples: number,
    gradY: FloatArray,
    gradYOffset: number,
    weight: FloatArray,
    weightOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    const { windows, planes, outputs, blocks, terms } = this;
    const { matrix, windows: kernels } = backend();
    const { gemm } = matrix;
    const count = windows.outputSize;
    for (let sample = 0; sample < samples; sample++) {
      const from = gradYOffset + sample * outputs * count;
      const to = gradXOffset + sample * planes * windows.inputSize;
      if (windows.isPointwise()) {
        gemm(
          true,
          false,
          terms,
          count,
          outputs,
          1,
          weight,
          weightOffset,
          terms,
          gradY,
          from,
          count,
          0,
          gradX,
          to,
          count,
        );
        continue;
      }
      const columns = beginColumns(blocks, terms, gradX);
      while (blocks.next()) {
        const n = blocks.count;
        const at = from + blocks.first;
        gemm(true, false, terms, n, outputs, 1, weight, weightOffset, terms, gradY, at, count, 0, columns, 0, n);
        kernels.fold(blocks, planes, columns, 0, gradX, to);
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
    weightOffset: number,
  ): void {
    const { windows, planes, outputs, blocks, terms } = this;
    const { matrix, windows: kernels } = backend();
    const { gemm } = matrix;
    const count = windows.outputSize;
    for (let sample = 0; sample < samples; sample++) {
      const from = xOffset + sample * planes * windows.inputSize;
      const gradFrom = gradYOffset + sample * outputs * count;
      if (windows.isPointwise()) {
        gemm(
          false,
          true,
          outputs,
          terms,
          count,
          scale,
          gradY,
          gradFrom,
          count,
          x,
          from,
          count,
          1,
          gradWeight,
          weightOffset,
          terms,
        );
        continue;
      }
      const columns = beginColumns(blocks, terms, x);
      while (blocks.next()) {
        const n = blocks.count;
        kernels.unfold(blocks, planes, x, from, columns, 0);
        const at = gradFrom + blocks.first;
        gemm(
          false,
          true,
          outputs,
          terms,
          n,
          scale,
          gradY,
          at,
          count,
          columns,
          0,
          n,
          1,
          gradWeight,
          weightOffset,
          terms,
        );
      }
    }
  }

  /** The weights of an output. */
  private get terms(): number {
    return this.planes * this.windows.kernelSize;
  }
}
