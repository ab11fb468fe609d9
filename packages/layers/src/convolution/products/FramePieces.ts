import { backend, type FloatArray } from "@rushlight/tensor";
import { FrameProducts } from "./FrameProducts.ts";

/**
 * The products of a convolution over frames, without a copy of anything: windows are cut into pieces as long as windows are
 * apart. The first pieces of all windows are the rows of a matrix then, so are the second ones, and none overlap.
 */
export class FramePieces extends FrameProducts {
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
    const { outputs, terms, step, windows } = this;
    const { gemm } = backend().matrix;
    const parts = this.parts(samples);
    const rows = (samples / parts) * windows.outputHeight;
    for (let part = 0; part < parts; part++) {
      const from = xOffset + part * windows.inputSize;
      const to = yOffset + part * rows * outputs;
      for (let start = 0; start < terms; start += step) {
        gemm(
          false,
          true,
          rows,
          outputs,
          Math.min(step, terms - start),
          1,
          x,
          from + start,
          step,
          weight,
          weightOffset + start,
          terms,
          start > 0 ? 1 : beta,
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
    const { outputs, terms, step, windows } = this;
    const { gemm } = backend().matrix;
    const parts = this.parts(samples);
    const rows = (samples / parts) * windows.outputHeight;
    for (let part = 0; part < parts; part++) {
      const from = gradYOffset + part * rows * outputs;
      const to = gradXOffset + part * windows.inputSize;
      for (let start = 0; start < terms; start += step) {
        gemm(
          false,
          false,
          rows,
          Math.min(step, terms - start),
          outputs,
          1,
          gradY,
          from,
          outputs,
          weight,
          weightOffset + start,
          terms,
          1,
          gradX,
          to + start,
          step,
        );
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
    const { outputs, terms, step, windows } = this;
    const { gemm } = backend().matrix;
    const parts = this.parts(samples);
    const rows = (samples / parts) * windows.outputHeight;
    for (let part = 0; part < parts; part++) {
      const from = xOffset + part * windows.inputSize;
      const gradFrom = gradYOffset + part * rows * outputs;
      for (let start = 0; start < terms; start += step) {
        gemm(
          true,
          false,
          outputs,
          Math.min(step, terms - start),
          rows,
          scale,
          gradY,
          gradFrom,
          outputs,
          x,
          from + start,
          step,
          1,
          gradWeight,
          gradWeightOffset + start,
          terms,
        );
      }
    }
  }

  /** How many products a batch takes: one where windows follow each other from sample to sample as they do within one. */
  private parts(samples: number): number {
    const { windows } = this;
    const seamless = this.step >= this.terms && windows.outputHeight * windows.strideHeight === windows.inputHeight;
    return seamless ? 1 : samples;
  }
}
