import { backend, type FloatArray } from "@rushlight/tensor";
import { WindowBlocks } from "../../windows/WindowBlocks.ts";
import type { Windows } from "../../windows/Windows.ts";
import { beginColumns } from "./columns.ts";
import { FrameProducts, repeatRow } from "./FrameProducts.ts";

/**
 * The products of a convolution over frames in which every feature goes its own way: samples are `[frames, features]`, their
 * outputs `[windows, features]`, the weights `[features, kernel]`.
 *
 * What lies under one position of the kernel, `[windows, features]`, is multiplied element by element with the weights of that
 * position, which are repeated for each window.
 */
export class FeatureProducts extends FrameProducts {
  private readonly blocks: WindowBlocks;

  constructor(windows: Windows, features: number) {
    super(windows, features, features);
    this.blocks = new WindowBlocks(windows);
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
    const { blocks, positions, windows } = this;
    const { windows: kernels, zip } = backend();
    const scratch = this.begin(x);
    const { largest } = blocks;
    this.repeat(weight, weightOffset, scratch);
    for (let sample = 0; sample < samples; sample++) {
      this.begin(x);
      while (blocks.next()) {
        const n = blocks.count;
        const to = yOffset + sample * windows.outputSize + blocks.first;
        kernels.unfold(blocks, 1, x, xOffset + sample * windows.inputSize, scratch, 0);
        for (let k = 0; k < positions; k++) {
          const multiply = beta === 0 && k === 0 ? zip.mul : zip.addMul;
          multiply(n, scratch, k * n, 1, scratch, (positions + k) * largest, 1, y, to, 1, 1, 0);
        }
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
    const { blocks, positions, windows } = this;
    const { windows: kernels, zip } = backend();
    const scratch = this.begin(gradX);
    const { largest } = blocks;
    this.repeat(weight, weightOffset, scratch);
    for (let sample = 0; sample < samples; sample++) {
      this.begin(gradX);
      while (blocks.next()) {
        const n = blocks.count;
        const from = gradYOffset + sample * windows.outputSize + blocks.first;
        for (let k = 0; k < positions; k++) {
          zip.mul(n, gradY, from, 1, scratch, (positions + k) * largest, 1, scratch, k * n, 1, 0, 0);
        }
        kernels.fold(blocks, 1, scratch, 0, gradX, gradXOffset + sample * windows.inputSize);
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
    const { blocks, outputs, positions, sums, windows } = this;
    const { columns, map, windows: kernels, zip } = backend();
    const scratch = this.begin(x);
    const { largest } = blocks;
    const products = positions * largest;
    map.fill(products, scratch, products, 1, scratch, products, 1, 0, 0);
    for (let sample = 0; sample < samples; sample++) {
      this.begin(x);
      while (blocks.next()) {
        const n = blocks.count;
        const from = gradYOffset + sample * windows.outputSize + blocks.first;
        kernels.unfold(blocks, 1, x, xOffset + sample * windows.inputSize, scratch, 0);
        for (let k = 0; k < positions; k++) {
          zip.addMul(n, scratch, k * n, 1, gradY, from, 1, scratch, products + k * largest, 1, 1, 0);
        }
      }
    }
    for (let k = 0; k < positions; k++) {
      columns.sum(largest / outputs, outputs, scratch, products + k * largest, outputs, 1, sums);
      for (let feature = 0; feature < outputs; feature++) {
        gradWeight[gradWeightOffset + feature * positions + k] += scale * sums[feature];
      }
    }
  }

  /** The positions of the kernel. */
  private get positions(): number {
    return this.windows.kernelHeight;
  }

  /** Begins with the blocks of a sample, and gives room for the columns of one and for as many elements more. */
  private begin(like: FloatArray): FloatArray {
    return beginColumns(this.blocks, 2 * this.positions, like);
  }

  /** Behind the columns ← the weights of each position of the kernel, for each window of the largest block. */
  private repeat(weight: FloatArray, weightOffset: number, scratch: FloatArray): void {
    const { blocks, outputs, positions } = this;
    const { largest } = blocks;
    for (let k = 0; k < positions; k++) {
      const to = (positions + k) * largest;
      repeatRow(largest / outputs, outputs, weight, weightOffset + k, positions, scratch, to);
    }
  }
}
