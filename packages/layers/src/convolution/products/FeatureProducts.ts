import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import type { Products } from "./Products.ts";

/** What is done for one position of the kernel of one feature of one sample, with where each operand begins. */
type Visit = (weightAt: number, xAt: number, yAt: number) => void;

/**
 * The products of a convolution over sequences in which every feature goes its own way, with weights `[features, kernel]`.
 * What lies under one position of the kernel is evenly spaced, so that it needs no copy.
 */
export class FeatureProducts implements Products {
  private readonly windows: Windows;
  private readonly features: number;
  private readonly kernel: number;
  private readonly stride: number;
  private readonly featFirst: boolean;

  /**
   * @param kernel the frames of a window
   * @param stride how many frames windows are apart
   * @param featFirst whether samples are `[features, frames]` and not `[frames, features]`
   */
  constructor(windows: Windows, features: number, kernel: number, stride: number, featFirst: boolean) {
    this.windows = windows;
    this.features = features;
    this.kernel = kernel;
    this.stride = stride;
    this.featFirst = featFirst;
  }

  /** y ← bias + Σₖ wₖ·x, feature by feature. */
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
    const { count, next, nextWindow } = this;
    const { map, zip } = backend();
    this.visitFeatures(samples, (feature, _, yAt) => {
      const from = bias === undefined ? 0 : bias[biasOffset + feature];
      map.fill(count, y, yOffset + yAt, next, y, yOffset + yAt, next, from, 0);
    });
    this.visit(samples, (weightAt, xAt, yAt) => {
      const w = weight[weightOffset + weightAt];
      const to = yOffset + yAt;
      zip.add(count, y, to, next, x, xOffset + xAt, nextWindow, y, to, next, w, 0);
    });
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
    const { count, next, nextWindow } = this;
    const { map, zip } = backend();
    const all = samples * this.sampleSize(this.windows.inputSize);
    map.fill(all, gradX, gradXOffset, 1, gradX, gradXOffset, 1, 0, 0);
    this.visit(samples, (weightAt, xAt, yAt) => {
      const w = weight[weightOffset + weightAt];
      const to = gradXOffset + xAt;
      zip.add(count, gradX, to, nextWindow, gradY, gradYOffset + yAt, next, gradX, to, nextWindow, w, 0);
    });
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
    const { count, next, nextWindow } = this;
    const { dot } = backend().matrix;
    this.visit(samples, (weightAt, xAt, yAt) => {
      const product = dot(count, x, xOffset + xAt, nextWindow, gradY, gradYOffset + yAt, next);
      gradWeight[gradWeightOffset + weightAt] += scale * product;
    });
  }

  /** gradBias ← gradBias + scale times the sums of gradY over all windows. */
  accumulateBias(
    samples: number,
    scale: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradBias: FloatArray,
    gradBiasOffset: number,
  ): void {
    const { count, next } = this;
    const { sum } = backend().reduce;
    this.visitFeatures(samples, (feature, _, yAt) => {
      gradBias[gradBiasOffset + feature] += scale * sum(count, gradY, gradYOffset + yAt, next, 0);
    });
  }

  /** The windows of a sample. */
  private get count(): number {
    return this.featFirst ? this.windows.outputSize : this.windows.outputHeight;
  }

  /** How far apart the frames of a feature are. */
  private get next(): number {
    return this.featFirst ? 1 : this.features;
  }

  /** How far apart the windows of a feature are. */
  private get nextWindow(): number {
    return this.stride * this.next;
  }

  /** The elements of a sample whose planes have so many. */
  private sampleSize(plane: number): number {
    return this.featFirst ? this.features * plane : plane;
  }

  private visitFeatures(samples: number, visit: Visit): void {
    const { features, featFirst, windows } = this;
    const { inputSize, outputSize } = windows;
    for (let sample = 0; sample < samples; sample++) {
      const xAt = sample * this.sampleSize(inputSize);
      const yAt = sample * this.sampleSize(outputSize);
      for (let feature = 0; feature < features; feature++) {
        if (featFirst) visit(feature, xAt + feature * inputSize, yAt + feature * outputSize);
        else visit(feature, xAt + feature, yAt + feature);
      }
    }
  }

  private visit(samples: number, visit: Visit): void {
    const { kernel, next } = this;
    this.visitFeatures(samples, (feature, xAt, yAt) => {
      for (let k = 0; k < kernel; k++) visit(feature * kernel + k, xAt + k * next, yAt);
    });
  }
}
