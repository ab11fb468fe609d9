import { backend, type FloatArray } from "@rushlight/tensor";
import { WindowBlocks } from "../../windows/WindowBlocks.ts";
import type { Windows } from "../../windows/Windows.ts";
import { accumulateBias, fillWithBias } from "./bias.ts";
import { beginColumns } from "./columns.ts";
import type { Products } from "./Products.ts";

/** Connections that follow each other, from planes side by side to one output: one product. */
interface Run {
  /** The first connection. */
  readonly first: number;
  readonly from: number;
  readonly to: number;
  length: number;
}

/**
 * The products of a convolution that connects some planes with some outputs: samples are `[planes, ...input]`, their outputs
 * `[outputs, ...output]`, the weights `[connections, kernel]`. Samples are unfolded, and each output is computed from what it
 * is connected with alone.
 */
export class MapProducts implements Products {
  /** The planes of a sample, which may be more than are connected. */
  planes: number;
  /** The outputs of a sample, likewise. */
  outputs: number;
  private readonly windows: Windows;
  private readonly runs: readonly Run[];
  private readonly blocks: WindowBlocks;

  /**
   * @param from the plane of each connection
   * @param to its output
   */
  constructor(windows: Windows, from: readonly number[], to: readonly number[]) {
    this.windows = windows;
    this.planes = Math.max(...from) + 1;
    this.outputs = Math.max(...to) + 1;
    this.runs = runsOf(from, to);
    this.blocks = new WindowBlocks(windows);
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
    const { blocks, outputs, planes, runs, terms, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { map, matrix, windows: kernels } = backend();
    if (bias !== undefined) fillWithBias(samples, outputs, outputSize, bias, biasOffset, y, yOffset);
    else map.fill(samples * outputs * outputSize, y, yOffset, 1, y, yOffset, 1, 0, 0);
    for (let sample = 0; sample < samples; sample++) {
      const columns = beginColumns(blocks, terms, x);
      while (blocks.next()) {
        const { count } = blocks;
        kernels.unfold(blocks, planes, x, xOffset + sample * planes * inputSize, columns, 0);
        for (const { first, from, to, length } of runs) {
          const w = weightOffset + first * kernelSize;
          const at = yOffset + (sample * outputs + to) * outputSize + blocks.first;
          matrix.gemv(
            true,
            length * kernelSize,
            count,
            1,
            columns,
            from * kernelSize * count,
            count,
            weight,
            w,
            1,
            1,
            y,
            at,
            1,
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
    const { blocks, outputs, planes, runs, terms, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { map, matrix, windows: kernels } = backend();
    map.fill(samples * planes * inputSize, gradX, gradXOffset, 1, gradX, gradXOffset, 1, 0, 0);
    for (let sample = 0; sample < samples; sample++) {
      const columns = beginColumns(blocks, terms, gradX);
      while (blocks.next()) {
        const { count } = blocks;
        map.fill(terms * count, columns, 0, 1, columns, 0, 1, 0, 0);
        for (const { first, from, to, length } of runs) {
          const w = weightOffset + first * kernelSize;
          const at = gradYOffset + (sample * outputs + to) * outputSize + blocks.first;
          matrix.ger(
            length * kernelSize,
            count,
            1,
            weight,
            w,
            1,
            gradY,
            at,
            1,
            columns,
            from * kernelSize * count,
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
    const { blocks, outputs, planes, runs, terms, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { matrix, windows: kernels } = backend();
    for (let sample = 0; sample < samples; sample++) {
      const columns = beginColumns(blocks, terms, x);
      while (blocks.next()) {
        const { count } = blocks;
        kernels.unfold(blocks, planes, x, xOffset + sample * planes * inputSize, columns, 0);
        for (const { first, from, to, length } of runs) {
          const w = gradWeightOffset + first * kernelSize;
          const at = gradYOffset + (sample * outputs + to) * outputSize + blocks.first;
          matrix.gemv(
            false,
            length * kernelSize,
            count,
            scale,
            columns,
            from * kernelSize * count,
            count,
            gradY,
            at,
            1,
            1,
            gradWeight,
            w,
            1,
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
    const { outputs, windows } = this;
    accumulateBias(samples, outputs, windows.outputSize, scale, gradY, gradYOffset, gradBias, gradBiasOffset);
  }

  /** The columns' elements for one window of all planes. */
  private get terms(): number {
    return this.planes * this.windows.kernelSize;
  }
}

function runsOf(from: readonly number[], to: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const [i, plane] of from.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === to[i] && last.from + last.length === plane) last.length++;
    else runs.push({ first: i, from: plane, to: to[i], length: 1 });
  }
  return runs;
}
