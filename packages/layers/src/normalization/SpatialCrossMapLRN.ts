import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { checkNumbers } from "./checkNumbers.ts";

/**
 * Planes divided by how strong those around them are. Torch's `nn.SpatialCrossMapLRN`, from Krizhevsky et al., "ImageNet
 * Classification with Deep Convolutional Neural Networks", 2012.
 *
 * y = x∘s^−β with s[c] = k + α/size·Σⱼ x[j]², summed over the planes j with |j − c| ≤ (size − 1)/2, at each pixel. The gradient
 * is dx[c] = dy[c]·s[c]^−β − 2αβ/size·x[c]·Σⱼ dy[j]·y[j]/s[j], over the same planes.
 *
 * Shapes: `[C, H, W]`, `[N, C, H, W]`.
 *
 * @example
 * ```ts
 * import { SpatialCrossMapLRN } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const normalization = new SpatialCrossMapLRN(3, 3, 1, 0);
 * const x = tensor([2, 0, -2]).view(3, 1, 1);
 * console.log(normalization.forward(x).view(3).toArray()); // [ 0.5, 0, -0.5 ]
 * ```
 */
export class SpatialCrossMapLRN extends Module {
  /** How many planes make a sum. */
  readonly size: number;
  /** The weight of the mean of squares. */
  readonly alpha: number;
  /** The exponent. */
  readonly beta: number;
  /** What is added to the mean of squares. */
  readonly k: number;
  private scales = new Tensor([], { resident: true });
  private powers = new Tensor([], { resident: true });
  private ratios = new Tensor([], { resident: true });

  /**
   * @param size how many planes make a sum: an odd number
   * @param alpha the weight of the mean of squares; 1e-4 when left out
   * @param beta the exponent; 0.75 when left out
   * @param k what is added to the mean of squares; 1 when left out
   * @throws ArgumentError for a size that is even or not whole, and for other values that are no numbers
   */
  constructor(size: number, alpha = 1e-4, beta = 0.75, k = 1) {
    super();
    if (!(Number.isInteger(size) && size > 0 && size % 2 === 1)) {
      throw new ArgumentError(`SpatialCrossMapLRN: expected an odd number of planes, got ${String(size)}`);
    }
    checkNumbers("SpatialCrossMapLRN", { alpha, beta, k });
    this.size = size;
    this.alpha = alpha;
    this.beta = beta;
    this.k = k;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkImages(input);
    const { output, scales, powers } = this;
    zipInto("SpatialCrossMapLRN", "mul", input, input, output.resizeAs(input));
    this.sumsInto(output, scales.resizeAs(input));
    scales.mul(this.alpha / this.size).add(this.k);
    this.powersInto(scales, powers.resizeAs(input));
    zipInto("SpatialCrossMapLRN", "mul", input, powers, output);
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkImages(input);
    checkGradOutput(this, gradOutput, this.output);
    if (!input.isSameSizeAs(this.output)) throw inputSizeError(this, "the input of the last forward", input);
    const { gradInput, ratios } = this;
    zipInto("SpatialCrossMapLRN", "mul", gradOutput, this.output, ratios.resizeAs(input));
    this.sumsInto(ratios.cdiv(this.scales), gradInput.resizeAs(input));
    return gradInput
      .cmul(input)
      .mul((-2 * this.alpha * this.beta) / this.size)
      .addcmul(gradOutput, this.powers);
  }

  override clearState(): this {
    this.scales = emptied(this.scales);
    this.powers = emptied(this.powers);
    this.ratios = emptied(this.ratios);
    return super.clearState();
  }

  override describe(): string {
    return `SpatialCrossMapLRN(${this.size}, ${this.alpha}, ${this.beta}, ${this.k})`;
  }

  /** sums ← the sums of the planes around each plane. */
  private sumsInto(images: Tensor, sums: Tensor): void {
    const planes = images.size(-3);
    const reach = Math.min((this.size - 1) / 2, planes - 1);
    sums.copy(images);
    for (let distance = 1; distance <= reach; distance++) {
      const count = planes - distance;
      sums.narrow(-3, 0, count).add(images.narrow(-3, distance, count));
      sums.narrow(-3, distance, count).add(images.narrow(-3, 0, count));
    }
  }

  /** powers ← s^−β. The usual exponent of 3/4 is made of square roots, which take a tenth of the time. */
  private powersInto(scales: Tensor, powers: Tensor): void {
    if (this.beta === 0.75) {
      mapInto("SpatialCrossMapLRN", "rsqrt", scales, powers);
      mapInto("SpatialCrossMapLRN", "sqrt", powers, this.ratios.resizeAs(powers));
      powers.cmul(this.ratios);
    } else {
      mapInto("SpatialCrossMapLRN", "powScalar", scales, powers, -this.beta);
    }
  }

  private checkImages(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    if (input.dim() !== 3 && input.dim() !== 4) throw inputSizeError(this, "[C, H, W] or [N, C, H, W]", input);
  }
}
