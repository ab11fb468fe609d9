import { emptied } from "@rushlight/module";
import { Tensor, zipInto } from "@rushlight/tensor";
import { asImages, checkImages, checkImagesBack, LocalNormalization } from "./LocalNormalization.ts";

/**
 * Images without the weighted mean of what surrounds each pixel. Torch's `nn.SpatialSubtractiveNormalization`, from Jarrett
 * et al., "What is the Best Multi-Stage Architecture for Object Recognition?", 2009.
 *
 * y[c] = x[c] − m with m[i, j] = Σ w[h, v]·x[c, i + h, j + v] / (C·Σ w[h, v]). The sums are over those h and v, counted from
 * the middle of the kernel, that are inside of the image, the first over all C planes too. The gradient is
 * dx[c, i, j] = dy[c, i, j] − Σ w[h, v]·dy[c, i − h, j − v]/(C·Σ w), with the sum of the weights that were inside there.
 *
 * Shapes: `[C, H, W]`, `[N, C, H, W]`.
 *
 * @example
 * ```ts
 * import { SpatialSubtractiveNormalization } from "@rushlight/layers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const normalization = new SpatialSubtractiveNormalization(1, ones(1, 3));
 * console.log(normalization.forward(tensor([[[1, 3, 8, 1]]])).toArray()); // [ [ [ -1, -1, 4, -3.5 ] ] ]
 * ```
 */
export class SpatialSubtractiveNormalization extends LocalNormalization {
  private means = new Tensor([], { resident: true });

  override updateOutput(input: Tensor): Tensor {
    checkImages(this, input, this.nInputPlane);
    const x = asImages(input);
    const y = asImages(this.output.resizeAs(input));
    const means = this.planeMeansInto(x, this.means);
    this.localSumsInto(means, means).cdiv(this.sharesFor(means));
    zipInto("SpatialSubtractiveNormalization", "add", x, means.expandAs(x), y, -1);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkImagesBack(this, input, gradOutput, this.nInputPlane);
    const dy = asImages(gradOutput);
    const dx = asImages(this.gradInput.resizeAs(input));
    const gradients = this.planeMeansInto(dy, this.means);
    this.localSumsInto(gradients.cdiv(this.sharesFor(gradients)), gradients, true);
    zipInto("SpatialSubtractiveNormalization", "add", dy, gradients.expandAs(dy), dx, -1);
    return this.gradInput;
  }

  override clearState(): this {
    this.means = emptied(this.means);
    return super.clearState();
  }
}
