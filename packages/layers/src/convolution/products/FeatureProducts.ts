import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import { sharedColumns } from "./columns.ts";
import { FrameProducts, repeatRow } from "./FrameProducts.ts";

/**
 * The products of a convolution over frames in which every feature goes its own way: samples are `[frames, features]`, their
 * outputs `[windows, features]`, the weights `[features, kernel]`.
 *
 * What lies under one position of the kernel, `[windows, features]`, is multiplied element by element with the weights of that
 * position, which are repeated for each window.
 */
export class FeatureProducts extends FrameProducts {
  constructor(windows: Windows, features: number) {
    super(windows, features, features);
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
    const { positions, size, windows } = this;
    const { windows: kernels, zip } = backend();
    const scratch = sharedColumns(x, 2 * positions * size);
    this.repeat(weight, weightOffset, scratch, positions * size);
    for (let sample = 0; sample < samples; sample++) {
      const to = yOffset + sample * size;
      kernels.unfold(windows, 1, x, xOffset + sample * windows.inputSize, scratch, 0);
      for (let k = 0; k < positions; k++) {
        const multiply = beta === 0 && k === 0 ? zip.mul : zip.addMul;
        multiply(size, scratch, k * size, 1, scratch, (positions + k) * size, 1, y, to, 1, 1, 0);
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
    const { positions, size, windows } = this;
    const { windows: kernels, zip } = backend();
    const scratch = sharedColumns(gradX, 2 * positions * size);
    this.repeat(weight, weightOffset, scratch, positions * size);
    for (let sample = 0; sample < samples; sample++) {
      const from = gradYOffset + sample * size;
      for (let k = 0; k < positions; k++) {
        zip.mul(size, gradY, from, 1, scratch, (positions + k) * size, 1, scratch, k * size, 1, 0, 0);
      }
      kernels.fold(windows, 1, scratch, 0, gradX, gradXOffset + sample * windows.inputSize);
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
    const { outputs, positions, size, sums, windows } = this;
    const { columns, map, windows: kernels, zip } = backend();
    const products = positions * size;
    const scratch = sharedColumns(x, 2 * products);
    map.fill(products, scratch, products, 1, scratch, products, 1, 0, 0);
    for (let sample = 0; sample < samples; sample++) {
      const from = gradYOffset + sample * size;
      kernels.unfold(windows, 1, x, xOffset + sample * windows.inputSize, scratch, 0);
      for (let k = 0; k < positions; k++) {
        zip.addMul(size, scratch, k * size, 1, gradY, from, 1, scratch, products + k * size, 1, 1, 0);
      }
    }
    for (let k = 0; k < positions; k++) {
      columns.sum(windows.outputHeight, outputs, scratch, products + k * size, outputs, 1, sums);
      for (let feature = 0; feature < outputs; feature++) {
        gradWeight[gradWeightOffset + feature * positions + k] += scale * sums[feature];
      }
    }
  }

  /** The positions of the kernel. */
  private get positions(): number {
    return this.windows.kernelHeight;
  }

  /** The elements of a sample's output. */
  private get size(): number {
    return this.windows.outputSize;
  }

  /** scratch ← the weights of each position of the kernel, for each window. */
  private repeat(weight: FloatArray, weightOffset: number, scratch: FloatArray, offset: number): void {
    const { outputs, positions, size, windows } = this;
    for (let k = 0; k < positions; k++) {
      repeatRow(windows.outputHeight, outputs, weight, weightOffset + k, positions, scratch, offset + k * size);
    }
  }
}
