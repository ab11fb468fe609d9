import { checkGradOutput, checkInputDType, inputSizeError } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { DenseLayer } from "../dense/DenseLayer.ts";
import { checkWhole } from "../reshape/checks.ts";

/**
 * Planes put together to larger ones, each giving one pixel of every r×r block: y[c, h·r + i, w·r + j] =
 * x[c·r² + i·r + j, h, w]. Torch's `nn.PixelShuffle`, from Shi et al., "Real-Time Single Image and Video Super-Resolution
 * Using an Efficient Sub-Pixel Convolutional Neural Network", 2016.
 *
 * Shapes: `[C·r², H, W] → [C, H·r, W·r]`, `[N, C·r², H, W] → [N, C, H·r, W·r]`. dx are the elements of dy, put back.
 *
 * @example
 * ```ts
 * import { PixelShuffle } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const shuffle = new PixelShuffle(2);
 * console.log(shuffle.forward(range(1, 8).view(4, 1, 2)).toArray()); // [ [ [ 1, 3, 2, 4 ], [ 5, 7, 6, 8 ] ] ]
 * ```
 */
export class PixelShuffle extends DenseLayer {
  /** The factor r. */
  readonly upscaleFactor: number;

  /**
   * @param upscaleFactor the factor r by which height and width grow, at least 1
   * @throws ArgumentError for other factors
   */
  constructor(upscaleFactor: number) {
    super();
    this.upscaleFactor = checkWhole("PixelShuffle", "a factor", upscaleFactor, 1);
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkPlanes(input);
    const x = this.contiguousInput(input);
    const size = this.outputSize(input);
    this.output.resize(size);
    this.forEachPosition(x, this.output, (plane, pixels) => pixels.copy(plane));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkPlanes(input);
    checkGradOutput(this, gradOutput, this.output);
    const size = this.outputSize(input);
    if (this.output.dim() !== size.length || size.some((extent, d) => extent !== this.output.size(d))) {
      throw inputSizeError(this, "the input of the last forward", input);
    }
    const gradY = this.contiguousGradOutput(gradOutput);
    this.forEachPosition(this.gradInput.resizeAs(input), gradY, (plane, pixels) => plane.copy(pixels));
    return this.gradInput;
  }

  override describe(): string {
    return `PixelShuffle(${this.upscaleFactor})`;
  }

  private checkPlanes(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const square = this.upscaleFactor ** 2;
    if ((input.dim() === 3 || input.dim() === 4) && input.size(-3) % square === 0) return;
    throw inputSizeError(this, `[C·${square}, H, W] or [N, C·${square}, H, W]`, input);
  }

  private outputSize(input: Tensor): number[] {
    const r = this.upscaleFactor;
    const batch = input.size().slice(0, -3);
    return [...batch, input.size(-3) / (r * r), input.size(-2) * r, input.size(-1) * r];
  }

  /** Visits each position in a block: the planes of the input that it comes from, and its pixels in the output. */
  private forEachPosition(x: Tensor, y: Tensor, visit: (plane: Tensor, pixels: Tensor) => void): void {
    const r = this.upscaleFactor;
    const [height, width] = [x.size(-2), x.size(-1)];
    const planes = x.view(-1, r, r, height, width);
    const blocks = y.view(-1, height, r, width, r);
    for (let i = 0; i < r; i++) {
      for (let j = 0; j < r; j++) {
        visit(planes.select(1, i).select(1, j), blocks.select(4, j).select(2, i));
      }
    }
  }
}
