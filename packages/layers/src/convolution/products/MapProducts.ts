import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import { accumulateBias, fillWithBias } from "./bias.ts";
import { sharedColumns } from "./columns.ts";
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

  /**
   * @param from the plane of each connection
   * @param to its output
   */
  constructor(windows: Windows, from: readonly number[], to: readonly number[]) {
    this.windows = windows;
    this.planes = Math.max(...from) + 1;
    this.outputs = Math.max(...to) + 1;
    this.runs = runsOf(from, to);
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
    const { outputs, planes, runs, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { map, matrix } = backend();
    if (bias !== undefined) fillWithBias(samples, outputs, outputSize, bias, biasOffset, y, yOffset);
    else map.fill(samples * outputs * outputSize, y, yOffset, 1, y, yOffset, 1, 0, 0);
    const columns = this.columnsLike(x);
    for (let sample = 0; sample < samples; sample++) {
      this.unfold(x, xOffset + sample * planes * inputSize, columns);
      for (const { first, from, to, length } of runs) {
        matrix.gemv(
          ...([true, length * kernelSize, outputSize, 1, columns, from * kernelSize * outputSize, outputSize] as const),
          ...([weight, weightOffset + first * kernelSize, 1] as const),
          ...([1, y, yOffset + (sample * outputs + to) * outputSize, 1] as const),
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
    const { outputs, planes, runs, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { map, matrix, windows: kernels } = backend();
    const columns = this.columnsLike(gradX);
    map.fill(samples * planes * inputSize, gradX, gradXOffset, 1, gradX, gradXOffset, 1, 0, 0);
    for (let sample = 0; sample < samples; sample++) {
      map.fill(planes * kernelSize * outputSize, columns, 0, 1, columns, 0, 1, 0, 0);
      for (const { first, from, to, length } of runs) {
        matrix.ger(
          ...([length * kernelSize, outputSize, 1, weight, weightOffset + first * kernelSize, 1] as const),
          ...([gradY, gradYOffset + (sample * outputs + to) * outputSize, 1] as const),
          ...([columns, from * kernelSize * outputSize, outputSize] as const),
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
    const { outputs, planes, runs, windows } = this;
    const { inputSize, kernelSize, outputSize } = windows;
    const { gemv } = backend().matrix;
    const columns = this.columnsLike(x);
    for (let sample = 0; sample < samples; sample++) {
      this.unfold(x, xOffset + sample * planes * inputSize, columns);
      for (const { first, from, to, length } of runs) {
        gemv(
          ...([false, length * kernelSize, outputSize, scale] as const),
          ...([columns, from * kernelSize * outputSize, outputSize] as const),
          ...([gradY, gradYOffset + (sample * outputs + to) * outputSize, 1] as const),
          ...([1, gradWeight, gradWeightOffset + first * kernelSize, 1] as const),
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
    const { outputs, windows } = this;
    accumulateBias(samples, outputs, windows.outputSize, scale, gradY, gradYOffset, gradBias, gradBiasOffset);
  }

  private columnsLike(like: FloatArray): FloatArray {
    return sharedColumns(like, this.planes * this.windows.kernelSize * this.windows.outputSize);
  }

  private unfold(x: FloatArray, xOffset: number, columns: FloatArray): void {
    backend().windows.unfold(this.windows, this.planes, x, xOffset, columns, 0);
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
