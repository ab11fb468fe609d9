import { backend, type FloatArray } from "@rushlight/tensor";

/**
 * Normalises the channels of dense blocks `[outer, channels, inner]`, x̂ = (x − μ)·δ with a mean and an inverse deviation
 * for each channel, and leads gradients back. Blocks begin at offsets of their arrays.
 */
export class ChannelNormalizer {
  /** What is subtracted from each channel. */
  means: Float64Array = new Float64Array(0);
  /** What each channel is multiplied with then. */
  inverseDeviations: Float64Array = new Float64Array(0);
  /** After {@link measure}: Σ (x − μ)² of each channel. */
  squares: Float64Array = new Float64Array(0);
  /** What x̂ is multiplied with: 1, until somebody sets it. */
  factors: Float64Array = new Float64Array(0);
  /** What is added then: 0, until somebody sets it. */
  terms: Float64Array = new Float64Array(0);
  /** After {@link sumGradients}: Σ g of each channel. */
  gradSums: Float64Array = new Float64Array(0);
  /** After {@link sumGradients}: Σ g·(x − μ) of each channel. */
  gradProducts: Float64Array = new Float64Array(0);
  private scratch: [Float64Array, Float64Array, Float64Array] = [this.means, this.means, this.means];

  /** The number of channels. */
  get channels(): number {
    return this.means.length;
  }

  /** Takes room for so many channels; nothing is kept of what was there if it is another number. */
  resize(channels: number): void {
    if (this.channels === channels) return;
    this.means = new Float64Array(channels);
    this.inverseDeviations = new Float64Array(channels);
    this.squares = new Float64Array(channels);
    this.factors = new Float64Array(channels).fill(1);
    this.terms = new Float64Array(channels);
    this.gradSums = new Float64Array(channels);
    this.gradProducts = new Float64Array(channels);
    this.scratch = [new Float64Array(channels), new Float64Array(channels), new Float64Array(channels)];
  }

  /** Takes factors and terms from a weight and a bias; without these they stay. */
  take(weight: FloatArray | undefined, weightOffset: number, bias: FloatArray | undefined, biasOffset: number): void {
    const { channels, factors, terms } = this;
    if (weight !== undefined) for (let i = 0; i < channels; i++) factors[i] = weight[weightOffset + i];
    if (bias !== undefined) for (let i = 0; i < channels; i++) terms[i] = bias[biasOffset + i];
  }

  /** Adds `scale` times the sums of gradients to the gradients of the weight and the bias. */
  addGradients(
    scale: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
    gradBias: FloatArray,
    gradBiasOffset: number,
  ): void {
    const { channels, inverseDeviations, gradSums, gradProducts } = this;
    for (let i = 0; i < channels; i++) {
      gradWeight[gradWeightOffset + i] += scale * gradProducts[i] * inverseDeviations[i];
      gradBias[gradBiasOffset + i] += scale * gradSums[i];
    }
  }

  /** Takes the means of x and the sums of squared differences from them. */
  measure(outer: number, inner: number, x: FloatArray, xOffset: number): void {
    const { channels, means, squares } = this;
    const kernels = backend().channels;
    kernels.sum(outer, channels, inner, x, xOffset, means);
    for (let i = 0; i < channels; i++) means[i] /= outer * inner;
    kernels.sumOfSquaredDifferences(outer, channels, inner, x, xOffset, means, squares);
  }

  /** y ← x̂·factor + term */
  normalize(outer: number, inner: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    const { channels, means, terms } = this;
    const slopes = this.slopes();
    backend().channels.normalize(outer, channels, inner, x, xOffset, means, slopes, terms, y, yOffset);
  }

  /** Takes Σ g and Σ g·(x − μ). */
  sumGradients(
    outer: number,
    inner: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
  ): void {
    const { channels, means, gradSums, gradProducts } = this;
    const kernels = backend().channels;
    kernels.sumOfProducts(outer, channels, inner, x, xOffset, gradY, gradYOffset, means, gradSums, gradProducts);
  }

  /**
   * The gradient with respect to x when μ and δ are those that were measured, from the sums of gradients:
   * gradX ← (g − mean(g) − (x − μ)·δ²·mean(g·(x − μ)))·δ·factor.
   */
  gradient(
    outer: number,
    inner: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    const { channels, means, inverseDeviations, gradSums, gradProducts } = this;
    const slopes = this.slopes();
    const [, parts, shifts] = this.scratch;
    const count = outer * inner;
    for (let i = 0; i < channels; i++) {
      parts[i] = (gradProducts[i] * inverseDeviations[i] * inverseDeviations[i]) / count;
      shifts[i] = gradSums[i] / count;
    }
    backend().channels.normalizeGradient(
      outer,
      channels,
      inner,
      x,
      xOffset,
      gradY,
      gradYOffset,
      means,
      parts,
      shifts,
      slopes,
      gradX,
      gradXOffset,
    );
  }

  /** The gradient with respect to x when μ and δ do not depend on it: gradX ← g·δ·factor. */
  fixedGradient(
    outer: number,
    inner: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradX: FloatArray,
    gradXOffset: number,
  ): void {
    const slopes = this.slopes();
    const zeros = this.scratch[1].fill(0);
    const { channels } = this;
    backend().channels.normalize(outer, channels, inner, gradY, gradYOffset, zeros, slopes, zeros, gradX, gradXOffset);
  }

  private slopes(): Float64Array {
    const { channels, inverseDeviations, factors } = this;
    const [slopes] = this.scratch;
    for (let i = 0; i < channels; i++) slopes[i] = inverseDeviations[i] * factors[i];
    return slopes;
  }
}
