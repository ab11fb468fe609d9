import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { backend, type FloatDType, Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import { checkWhole } from "../reshape/checks.ts";
import { Windows } from "../windows/Windows.ts";
import { averagingKernel } from "./averagingKernel.ts";

/** The fewest windows in a row that the kernel for convolutions takes. */
const LEAST_WIDTH = 4;

/** One convolution, with its weights in order and reversed. */
interface Pass {
  readonly windows: Windows;
  readonly weight: Tensor;
  readonly reversed: Tensor;
}

/**
 * What normalisations of images by their surroundings share: weighted means over all planes and a neighbourhood. Weights
 * outside of the image count as missing, so that means near an edge are those of what is there.
 */
export abstract class LocalNormalization extends Module {
  /** The planes of an image. */
  readonly nInputPlane: number;
  private readonly shownKernel: string;
  private readonly padHeight: number;
  private readonly padWidth: number;
  /** The convolutions that make a weighted sum, one after the other: rows and columns for a vector of weights. */
  private readonly passes: Pass[];
  /** The share of the weights that is inside of the image, at each pixel: `[1, 1, H, W]`. */
  private shares = new Tensor([], { resident: true });
  private sharesDtype: FloatDType | undefined;
  private padded = new Tensor([], { resident: true });
  private between = new Tensor([], { resident: true });
  private wide = new Tensor([], { resident: true });

  /**
   * @param nInputPlane the planes of an image; 1 when left out
   * @param kernel the weights of a neighbourhood, `[kH, kW]`, or `[k]` for rows and columns alike, with odd sizes; 9×9 equal
   * ones when left out. They need not add up to 1, and stay as they are.
   * @throws ArgumentError for planes below 1, and for kernels of other sizes or with a sum of 0
   */
  constructor(nInputPlane = 1, kernel?: Tensor) {
    super();
    const { name } = this.constructor;
    this.nInputPlane = checkWhole(name, "a number of planes", nInputPlane, 1);
    const weights = averagingKernel(name, kernel);
    const size = weights.size();
    const [height, width] = [size[0], size[size.length - 1]];
    this.shownKernel = size.join("x");
    this.padHeight = (height - 1) / 2;
    this.padWidth = (width - 1) / 2;
    const normalized = weights.to("float64").clone();
    normalized.div(normalized.sum());
    const sizes = size.length === 1 ? [[1, width] as const, [height, 1] as const] : [[height, width] as const];
    this.passes = sizes.map((kernelSize) => this.pass(kernelSize, normalized));
  }

  override clearState(): this {
    this.shares = emptied(this.shares);
    this.sharesDtype = undefined;
    this.padded = emptied(this.padded);
    this.between = emptied(this.between);
    this.wide = emptied(this.wide);
    return super.clearState();
  }

  override describe(): string {
    return `${this.constructor.name}(${this.nInputPlane}, ${this.shownKernel})`;
  }

  /** means ← the means over all planes: `[N, C, H, W] → [N, 1, H, W]`. */
  protected planeMeansInto(images: Tensor, means: Tensor): Tensor {
    return images.sum(1, { out: means }).div(this.nInputPlane);
  }

  /**
   * sums ← the weighted sums of what surrounds each pixel of images `[N, 1, H, W]`, with zeros around them.
   *
   * @param sums may be `images`
   * @param reversed whether to take the weights in reverse order, as for the gradient of such sums
   */
  protected localSumsInto(images: Tensor, sums: Tensor, reversed = false): Tensor {
    const { padHeight, padWidth, passes, padded, between, wide } = this;
    const [samples, , height, width] = images.size();
    const columns = Math.max(width, LEAST_WIDTH);
    padded.resize(samples, 1, height + 2 * padHeight, columns + 2 * padWidth).zero();
    padded.narrow(2, padHeight, height).narrow(3, padWidth, width).copy(images);
    const result = columns === width ? sums : wide;
    let from = padded;
    for (const [i, pass] of passes.entries()) {
      const to = i === passes.length - 1 ? result : between;
      this.convolve(pass, reversed, from, to);
      from = to;
    }
    return result === sums ? sums : sums.resize(samples, 1, height, width).copy(wide.narrow(3, 0, width));
  }

  /** The share of the weights that is inside of images `[N, 1, H, W]`, at each pixel: `[1, 1, H, W]`. */
  protected sharesFor(images: Tensor): Tensor {
    const { shares } = this;
    const [height, width] = [images.size(2), images.size(3)];
    const fits = shares.dim() === 4 && shares.size(2) === height && shares.size(3) === width;
    if (!fits || this.sharesDtype !== this.type()) {
      this.localSumsInto(shares.resize(1, 1, height, width).fill(1), shares);
      this.sharesDtype = this.type();
    }
    return shares.expandAs(images);
  }

  private pass([kernelHeight, kernelWidth]: readonly [number, number], weights: Tensor): Pass {
    const kernel = [kernelHeight, kernelWidth];
    const count = weights.nElement();
    const weight = new Tensor([count], { resident: true }).copy(weights.view(-1));
    const reversed = new Tensor([count], { resident: true });
    for (let i = 0; i < count; i++) reversed.narrow(0, i, 1).copy(weight.narrow(0, count - 1 - i, 1));
    return { windows: new Windows({ kernel, stride: [1, 1], pad: [0, 0], dilation: [1, 1] }), weight, reversed };
  }

  private convolve({ windows, weight, reversed }: Pass, inReverse: boolean, from: Tensor, to: Tensor): void {
    windows.fit(1, from.size(2), from.size(3), "whole");
    to.resize(from.size(0), 1, windows.outputHeight, windows.outputWidth);
    const weights = inReverse ? reversed : weight;
    backend().windows.convolve(
      windows,
      1,
      1,
      from.size(0),
      floatsOf(this, "image", from),
      from.storageOffset(),
      floatsOf(this, "kernel", weights),
      weights.storageOffset(),
      undefined,
      0,
      floatsOf(this, "image", to),
      to.storageOffset(),
    );
  }
}

/**
 * Checks an input.
 *
 * @throws DTypeError for another dtype than the module's
 * @throws ShapeError unless it is an image of so many planes, or a batch of them
 */
export function checkImages(module: Module, input: Tensor, planes: number): void {
  checkInputDType(module, input, module.output.dtype);
  if ((input.dim() === 3 || input.dim() === 4) && input.size(-3) === planes) return;
  throw inputSizeError(module, `[${planes}, H, W] or [N, ${planes}, H, W]`, input);
}

/**
 * Checks what backward is given, as {@link checkImages} and {@link checkGradOutput} do.
 *
 * @throws ShapeError for an input of another size than that of the last forward
 */
export function checkImagesBack(module: Module, input: Tensor, gradOutput: Tensor, planes: number): void {
  checkImages(module, input, planes);
  checkGradOutput(module, gradOutput, module.output);
  if (!input.isSameSizeAs(module.output)) throw inputSizeError(module, "the input of the last forward", input);
}

/** One image as a batch of one; a batch as it is. */
export function asImages(input: Tensor): Tensor {
  return input.dim() === 3 ? input.unsqueeze(0) : input;
}
