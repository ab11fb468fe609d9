import { backend, type FloatArray } from "@rushlight/tensor";
import { Windows } from "../../windows/Windows.ts";
import { BLOCK, sharedColumns } from "./columns.ts";
import { FrameProducts } from "./FrameProducts.ts";

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
    const { outputs, terms, rows, step, windows } = this;
    const { matrix, windows: kernels } = backend();
    const { inputSize, outputHeight } = windows;
    const some = this.samplesAtOnce(samples);
    const most = this.windowsAtOnce();
    const columns = sharedColumns(x, some * terms * most);
    for (let done = 0; done < samples; done += some) {
      for (let first = 0; first < outputHeight; first += most) {
        const count = this.fit(Math.min(some, samples - done), Math.min(most, outputHeight - first));
        kernels.unfold(rows, 1, x, xOffset + done * inputSize + first * step, columns, 0);
        const to = yOffset + (done * outputHeight + first) * outputs;
        matrix.gemm(
          true,
          true,
          count,
          outputs,
          terms,
          1,
          columns,
          0,
          count,
          weight,
          weightOffset,
          terms,
          beta,
          y,
          to,
          outputs,
        );
      }
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
    const { outputs, terms, rows, step, windows } = this;
    const { matrix, windows: kernels } = backend();
    const { inputSize, outputHeight } = windows;
    const some = this.samplesAtOnce(samples);
    const most = this.windowsAtOnce();
    const columns = sharedColumns(gradX, some * terms * most);
    for (let done = 0; done < samples; done += some) {
      for (let first = 0; first < outputHeight; first += most) {
        const count = this.fit(Math.min(some, samples - done), Math.min(most, outputHeight - first));
        const from = gradYOffset + (done * outputHeight + first) * outputs;
        matrix.gemm(
          true,
          true,
          terms,
          count,
          outputs,
          1,
          weight,
          weightOffset,
          terms,
          gradY,
          from,
          outputs,
          0,
          columns,
          0,
          count,
        );
        kernels.fold(rows, 1, columns, 0, gradX, gradXOffset + done * inputSize + first * step);
      }
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
    const { outputs, terms, rows, step, windows } = this;
    const { matrix, windows: kernels } = backend();
    const { inputSize, outputHeight } = windows;
    const some = this.samplesAtOnce(samples);
    const most = this.windowsAtOnce();
    const columns = sharedColumns(x, some * terms * most);
    for (let done = 0; done < samples; done += some) {
      for (let first = 0; first < outputHeight; first += most) {
        const count = this.fit(Math.min(some, samples - done), Math.min(most, outputHeight - first));
        kernels.unfold(rows, 1, x, xOffset + done * inputSize + first * step, columns, 0);
        const from = gradYOffset + (done * outputHeight + first) * outputs;
        matrix.gemm(
          true,
          true,
          outputs,
          terms,
          count,
          scale,
          gradY,
          from,
          outputs,
          columns,
          0,
          count,
          1,
          gradWeight,
          gradWeightOffset,
          terms,
        );
      }
    }
  }

  private samplesAtOnce(samples: number): number {
    return Math.min(samples, Math.max(1, Math.floor(BLOCK / (this.terms * this.windows.outputHeight))));
  }

  /** The windows of a sample that are unfolded at a time: all of them if there is room. */
  private windowsAtOnce(): number {
    return Math.min(this.windows.outputHeight, Math.max(1, Math.floor(BLOCK / this.terms)));
  }

  /** Takes so many samples for rows, or a part of one with so many windows, and gives the number of windows of all. */
  private fit(samples: number, count: number): number {
    const { rows, step, terms, windows } = this;
    rows.fit(1, samples, samples > 1 ? windows.inputSize : (count - 1) * step + terms, "whole");
    return rows.outputSize;
  }
}
