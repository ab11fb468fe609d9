import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import { FrameBlocks } from "./FrameBlocks.ts";
import { FrameProducts } from "./FrameProducts.ts";

/** The products of a convolution over frames by unfolding. */
export class UnfoldedFrames extends FrameProducts {
  private readonly blocks: FrameBlocks;

  constructor(windows: Windows, features: number, outputs: number) {
    super(windows, features, outputs);
    this.blocks = new FrameBlocks(windows, this.terms, this.step);
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
    const { blocks, outputs, terms } = this;
    const { matrix, windows: kernels } = backend();
    const { gemm } = matrix;
    const columns = blocks.begin(samples, x);
    while (blocks.next()) {
      const n = blocks.count;
      const to = yOffset + blocks.first * outputs;
      kernels.unfold(blocks.rows, 1, x, xOffset + blocks.inputOffset, columns, 0);
      gemm(true, true, n, outputs, terms, 1, columns, 0, n, weight, weightOffset, terms, beta, y, to, outputs);
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
    const { blocks, outputs, terms } = this;
    const { matrix, windows: kernels } = backend();
    const { gemm } = matrix;
    const columns = blocks.begin(samples, gradX);
    while (blocks.next()) {
      const n = blocks.count;
      const from = gradYOffset + blocks.first * outputs;
      gemm(true, true, terms, n, outputs, 1, weight, weightOffset, terms, gradY, from, outputs, 0, columns, 0, n);
      kernels.fold(blocks.rows, 1, columns, 0, gradX, gradXOffset + blocks.inputOffset);
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
    const { blocks, outputs, terms } = this;
    const { matrix, windows: kernels } = backend();
    const { gemm } = matrix;
    const columns = blocks.begin(samples, x);
    const to = gradWeightOffset;
    while (blocks.next()) {
      const n = blocks.count;
      const from = gradYOffset + blocks.first * outputs;
      kernels.unfold(blocks.rows, 1, x, xOffset + blocks.inputOffset, columns, 0);
      gemm(true, true, outputs, terms, n, scale, gradY, from, outputs, columns, 0, n, 1, gradWeight, to, terms);
    }
  }
}
