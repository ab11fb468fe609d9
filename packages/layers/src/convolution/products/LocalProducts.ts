import { backend, type FloatArray } from "@rushlight/tensor";
import { Windows } from "../../windows/Windows.ts";
import { BLOCK, sharedColumns } from "./columns.ts";
import type { Products } from "./Products.ts";

/** Samples that are unfolded at a time, also when their windows are more than a block: weights are read once for all of them. */
const LEAST_SAMPLES = 16;

/**
 * The products of a map in which each position of the output has weights of its own: samples are `[planes, height, width]`,
 * their outputs `[outputs, positions]`, the weights `[positions, outputs, planes·kernel]`, the bias `[outputs, positions]`.
 *
 * There are far more weights than elements of a sample, so that each should be read once for many samples: samples are
 * turned to lie side by side, as the innermost dimension, and each position is one product.
 */
export class LocalProducts implements Products {
  private readonly windows: Windows;
  private readonly planes: number;
  private readonly outputs: number;
  /** The windows over samples that lie side by side. */
  private readonly turned: Windows;

  constructor(windows: Windows, planes: number, outputs: number) {
    const { kernel, stride, pad, dilation } = windows.settings;
    this.windows = windows;
    this.planes = planes;
    this.outputs = outputs;
    this.turned = new Windows({
      kernel: [...kernel, 1],
      stride: [...stride, 1],
      pad: [...pad, 0],
      dilation: [...dilation, 1],
    });
  }

  /** y ← bias + W·window(x), position by position. */
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
    const { inputs, outputs, positions, results, terms } = this;
    const { map, matrix, zip } = backend();
    const some = this.samplesAtOnce(samples);
    const scratch = this.scratchLike(x, some);
    for (let done = 0; done < samples; done += some) {
      const part = Math.min(some, samples - done);
      const yAt = this.unfold(part, x, xOffset + done * inputs, scratch);
      for (let position = 0; position < positions; position++) {
        const w = weightOffset + position * outputs * terms;
        matrix.gemm(
          false,
          false,
          outputs,
          part,
          terms,
          1,
          weight,
          w,
          terms,
          scratch,
          position * part,
          positions * part,
          0,
          scratch,
          yAt + position * part,
          positions * part,
        );
      }
      for (let sample = 0; sample < part; sample++) {
        const from = yAt + sample;
        const to = yOffset + (done + sample) * results;
        if (bias === undefined) map.copy(results, scratch, from, part, y, to, 1, 0, 0);
        else zip.add(results, scratch, from, part, bias, biasOffset, 1, y, to, 1, 1, 0);
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
    const { inputs, outputs, planes, positions, results, terms } = this;
    const { map, matrix, windows: kernels } = backend();
    const some = this.samplesAtOnce(samples);
    const scratch = this.scratchLike(gradX, some);
    for (let done = 0; done < samples; done += some) {
      const part = Math.min(some, samples - done);
      const xAt = terms * positions * part;
      const yAt = xAt + inputs * part;
      this.turn(part, results, gradY, gradYOffset + done * results, scratch, yAt);
      for (let position = 0; position < positions; position++) {
        const w = weightOffset + position * outputs * terms;
        matrix.gemm(
          true,
          false,
          terms,
          part,
          outputs,
          1,
          weight,
          w,
          terms,
          scratch,
          yAt + position * part,
          positions * part,
          0,
          scratch,
          position * part,
          positions * part,
        );
      }
      map.fill(inputs * part, scratch, xAt, 1, scratch, xAt, 1, 0, 0);
      kernels.fold(this.turnedFor(part), planes, scratch, 0, scratch, xAt);
      for (let sample = 0; sample < part; sample++) {
        map.copy(inputs, scratch, xAt + sample, part, gradX, gradXOffset + (done + sample) * inputs, 1, 0, 0);
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
    const { inputs, outputs, positions, results, terms } = this;
    const { gemm } = backend().matrix;
    const some = this.samplesAtOnce(samples);
    const scratch = this.scratchLike(x, some);
    for (let done = 0; done < samples; done += some) {
      const part = Math.min(some, samples - done);
      const yAt = this.unfold(part, x, xOffset + done * inputs, scratch);
      this.turn(part, results, gradY, gradYOffset + done * results, scratch, yAt);
      for (let position = 0; position < positions; position++) {
        const w = gradWeightOffset + position * outputs * terms;
        gemm(
          false,
          true,
          outputs,
          terms,
          part,
          scale,
          scratch,
          yAt + position * part,
          positions * part,
          scratch,
          position * part,
          positions * part,
          1,
          gradWeight,
          w,
          terms,
        );
      }
    }
  }

  /** gradBias ← gradBias + scale times the sum of gradY over samples. */
  accumulateBias(
    samples: number,
    scale: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradBias: FloatArray,
    gradBiasOffset: number,
  ): void {
    const { results } = this;
    const { add } = backend().zip;
    for (let sample = 0; sample < samples; sample++) {
      const from = gradYOffset + sample * results;
      add(results, gradBias, gradBiasOffset, 1, gradY, from, 1, gradBias, gradBiasOffset, 1, scale, 0);
    }
  }

  private get positions(): number {
    return this.windows.outputSize;
  }

  /** The elements of a window. */
  private get terms(): number {
    return this.planes * this.windows.kernelSize;
  }

  /** The elements of a sample. */
  private get inputs(): number {
    return this.planes * this.windows.inputSize;
  }

  /** The elements of a sample's output. */
  private get results(): number {
    return this.outputs * this.windows.outputSize;
  }

  private samplesAtOnce(samples: number): number {
    return Math.min(samples, Math.max(LEAST_SAMPLES, Math.floor(BLOCK / (this.terms * this.positions))));
  }

  /** Room for the windows of samples, then the samples themselves, then their outputs. */
  private scratchLike(like: FloatArray, samples: number): FloatArray {
    return sharedColumns(like, samples * (this.terms * this.positions + this.inputs + this.results));
  }

  /** Unfolds samples side by side, and gives where their outputs may go. */
  private unfold(samples: number, x: FloatArray, xOffset: number, scratch: FloatArray): number {
    const { inputs, planes } = this;
    const xAt = this.terms * this.positions * samples;
    this.turn(samples, inputs, x, xOffset, scratch, xAt);
    backend().windows.unfold(this.turnedFor(samples), planes, scratch, xAt, scratch, 0);
    return xAt + inputs * samples;
  }

  /** Turns samples to lie side by side: `[size, samples]` from `[samples, size]`. */
  private turn(samples: number, size: number, x: FloatArray, xOffset: number, to: FloatArray, toOffset: number): void {
    const { copy } = backend().map;
    for (let sample = 0; sample < samples; sample++) {
      copy(size, x, xOffset + sample * size, 1, to, toOffset + sample, samples, 0, 0);
    }
  }

  private turnedFor(samples: number): Windows {
    this.turned.fit(this.windows.inputHeight, this.windows.inputWidth, samples, "whole");
    return this.turned;
  }
}
