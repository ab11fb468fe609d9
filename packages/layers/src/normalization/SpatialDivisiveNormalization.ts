import { emptied } from "@rushlight/module";
import { mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { checkNumbers } from "./checkNumbers.ts";
import { asImages, checkImages, checkImagesBack, LocalNormalization } from "./LocalNormalization.ts";

/**
 * Images divided by the weighted deviation of what surrounds each pixel from 0. Torch's `nn.SpatialDivisiveNormalization`,
 * from Jarrett et al., "What is the Best Multi-Stage Architecture for Object Recognition?", 2009.
 *
 * y[c] = x[c]/t with t = s where s > threshold, else thresval, and s[i, j] = √(Σ w[h, v]·x[c, i + h, j + v]²/C)/q[i, j]. The
 * sum is over all C planes and those h and v, counted from the middle of the kernel, that are inside of the image. The
 * weights are divided by their sum first; q is the sum of those that are inside. The gradient is
 * dx[c] = dy[c]/t − x[c]·g, in which g[i, j] = Σ w[h, v]·(Σ dy[c]·y[c]/(t·s·q²))/C, with the inner sum taken at
 * [i − h, j − v], and 0 where s is not above the threshold.
 *
 * Shapes: `[C, H, W]`, `[N, C, H, W]`.
 *
 * @example
 * ```ts
 * import { SpatialDivisiveNormalization } from "@rushlight/layers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const normalization = new SpatialDivisiveNormalization(4, ones(1));
 * const x = tensor([4, 0, 0, 0]).view(4, 1, 1);
 * console.log(normalization.forward(x).view(4).toArray()); // [ 2, 0, 0, 0 ]
 * ```
 */
export class SpatialDivisiveNormalization extends LocalNormalization {
  /** What deviations must be above to be divided by. */
  readonly threshold: number;
  /** What is divided by in place of the others. */
  readonly thresval: number;
  private means = new Tensor([], { resident: true });
  private roots = new Tensor([], { resident: true });
  private deviations = new Tensor([], { resident: true });
  private divisors = new Tensor([], { resident: true });

  /**
   * @param nInputPlane the planes of an image; 1 when left out
   * @param kernel the weights of a neighbourhood, `[kH, kW]`, or `[k]` for rows and columns alike, with odd sizes; 9×9 equal
   * ones when left out. They need not add up to 1, and stay as they are.
   * @param threshold what deviations must be above to be divided by; 1e-4 when left out
   * @param thresval what is divided by in place of the others; the threshold when left out
   * @throws ArgumentError for planes below 1, for kernels of other sizes or with a sum of 0, and for thresholds that are no
   * numbers
   */
  constructor(nInputPlane = 1, kernel?: Tensor, threshold = 1e-4, thresval: number = threshold) {
    super(nInputPlane, kernel);
    checkNumbers("SpatialDivisiveNormalization", { threshold, thresval });
    this.threshold = threshold;
    this.thresval = thresval;
  }

  override updateOutput(input: Tensor): Tensor {
    checkImages(this, input, this.nInputPlane);
    const { name } = this.constructor;
    const { means, roots, deviations, divisors } = this;
    const x = asImages(input);
    const y = asImages(this.output.resizeAs(input));
    zipInto(name, "mul", x, x, y);
    this.planeMeansInto(y, means);
    this.localSumsInto(means, roots).sqrt();
    zipInto(name, "div", roots, this.sharesFor(roots), deviations.resizeAs(roots));
    mapInto(name, "threshold", deviations, divisors.resizeAs(roots), this.threshold, this.thresval);
    zipInto(name, "div", x, divisors.expandAs(x), y);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkImagesBack(this, input, gradOutput, this.nInputPlane);
    const { name } = this.constructor;
    const { means, roots, deviations, divisors } = this;
    const [x, dy, y] = [asImages(input), asImages(gradOutput), asImages(this.output)];
    const dx = asImages(this.gradInput.resizeAs(input));
    zipInto(name, "mul", dy, y, dx);
    const gradients = this.planeMeansInto(dx, means).cdiv(divisors);
    zipInto(name, "thresholdGradient", gradients, deviations, gradients, this.threshold);
    gradients.cdiv(this.sharesFor(gradients));
    zipInto(name, "sqrtGradient", gradients, roots, gradients);
    this.localSumsInto(gradients, gradients, true);
    zipInto(name, "mul", x, gradients.expandAs(x), dx);
    dx.mul(-2).addcdiv(dy, divisors.expandAs(dy));
    return this.gradInput;
  }

  override clearState(): this {
    this.means = emptied(this.means);
    this.roots = emptied(this.roots);
    this.deviations = emptied(this.deviations);
    this.divisors = emptied(this.divisors);
    return super.clearState();
  }
}
