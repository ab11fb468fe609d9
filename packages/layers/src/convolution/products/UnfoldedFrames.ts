import { backend, type FloatArray } from "@rushlight/tensor";
import { Windows } from "../../windows/Windows.ts";
import { sharedColumns } from "./columns.ts";
import { FrameProducts } from "./FrameProducts.ts";

/** Elements that are unfolded at a time, if no sample has more. */
const BLOCK = 262_144;

/** The products of a convolution over frames by unfolding: samples are rows of an image, over which windows move in steps. */
export class UnfoldedFrames extends FrameProducts {
  private readonly rows: Windows;

  constructor(windows: Windows, features: number, outputs: number) {
    super(windows, features, outputs);
    this.rows = new Windows({ kernel: [1, this.terms], stride: [1, this.step], pad: [0, 0], dilation: [1, 1] });
  }

  protected override multiply(
    samples: number,
    x: FloatArray,
    xOffset: number,
    weight: FloatArray,
    weightOffset: number,
    beta: 0 | 1,
    y: FloatArray,
    yOffset: number,
  ): void {
    const { outputs, terms, rows, windows } = this;
    const { matrix, windows: kernels } = backend();
    const some = this.samplesAtOnce(samples);
    const columns = sharedColumns(x, some * terms * windows.outputHeight);
    for (let done = 0; done < samples; done += some) {
      const count = this.fit(Math.min(some, samples - done));
      kernels.unfold(rows, 1, x, xOffset + done * windows.inputSize, columns, 0);
      const to = yOffset + done * windows.outputHeight * outputs;
      matrix.gemm(
        ...([true, true, count, outputs, terms, 1, columns, 0, count] as const),
        ...([weight, weightOffset, terms, beta, y, to, outputs] as const),
      );
    }
  }

  protected override multiplyBack(
    samples: number,
    gradY: FloatArray,
    gradYOffset: number,
    weight: FloatArray,
    weightOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    const { outputs, terms, rows, windows } = this;
    const { matrix, windows: kernels } = backend();
    const some = this.samplesAtOnce(samples);
    const columns = sharedColumns(gradX, some * terms * windows.outputHeight);
    for (let done = 0; done < samples; done += some) {
      const count = this.fit(Math.min(some, samples - done));
      const from = gradYOffset + done * windows.outputHeight * outputs;
      matrix.gemm(
        ...([true, true, terms, count, outputs, 1, weight, weightOffset, terms] as const),
        ...([gradY, from, outputs, 0, columns, 0, count] as const),
      );
      kernels.fold(rows, 1, columns, 0, gradX, gradXOffset + done * windows.inputSize);
    }
  }

  override accumulate(
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
  ): void {
    const { outputs, terms, rows, windows } = this;
    const { matrix, windows: kernels } = backend();
    const some = this.samplesAtOnce(samples);
    const columns = sharedColumns(x, some * terms * windows.outputHeight);
    for (let done = 0; done < samples; done += some) {
      const count = this.fit(Math.min(some, samples - done));
      kernels.unfold(rows, 1, x, xOffset + done * windows.inputSize, columns, 0);
      const from = gradYOffset + done * windows.outputHeight * outputs;
      matrix.gemm(
        ...([true, true, outputs, terms, count, scale, gradY, from, outputs] as const),
        ...([columns, 0, count, 1, gradWeight, gradWeightOffset, terms] as const),
      );
    }
  }

  private samplesAtOnce(samples: number): number {
    return Math.min(samples, Math.max(1, Math.floor(BLOCK / (this.terms * this.windows.outputHeight))));
  }

  /** Takes so many samples for rows, and gives the number of their windows. */
  private fit(samples: number): number {
    this.rows.fit(1, samples, this.windows.inputSize, "whole");
    return this.rows.outputSize;
  }
}
