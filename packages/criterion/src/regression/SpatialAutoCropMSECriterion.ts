import { formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkTensor } from "../base/checks.ts";
import { checkSamples } from "../base/parts.ts";
import { MSECriterion } from "./MSECriterion.ts";

/**
 * The mean squared error from the centre of a target that may be larger than the input. Loss: Σ (x − t′)² / n over all n
 * elements of the input; without averaging the sum. Torch's `nn.SpatialAutoCropMSECriterion`.
 *
 * Shapes: input `[C, H, W]` with target `[C, H′, W′]`, or `[N, C, H, W]` with `[N, C, H′, W′]`, H′ ≥ H and W′ ≥ W. The
 * crop t′ begins at row ⌊(H′ − H) / 2⌋ and column ⌊(W′ − W) / 2⌋. Gradient: 2·(x − t′) / n.
 *
 * @example
 * ```ts
 * import { SpatialAutoCropMSECriterion } from "@rushlight/criterion";
 * import { range, zeros } from "@rushlight/tensor";
 *
 * const criterion = new SpatialAutoCropMSECriterion();
 * const target = range(1, 9).view(1, 3, 3);
 * console.log(criterion.forward(zeros(1, 1, 1), target)); // 25
 * console.log(criterion.backward(zeros(1, 1, 1), target).toArray()); // [ [ [ -10 ] ] ]
 * ```
 */
export class SpatialAutoCropMSECriterion extends MSECriterion {
  override updateOutput(input: Tensor, target: Tensor): number {
    return super.updateOutput(input, this.crop(input, target));
  }

  override updateGradInput(input: Tensor, target: Tensor): Tensor {
    return super.updateGradInput(input, this.crop(input, target));
  }

  protected override checkPart(input: Tensor): void {
    checkSamples(this, input, 4, "[N, C, H, W]");
  }

  /** The centre of a target that has the input's size. */
  private crop(input: Tensor, target: Tensor): Tensor {
    checkTensor(this, "input", input);
    checkTensor(this, "target", target);
    const dimensions = input.dim();
    const spatial = (d: number): boolean => d >= dimensions - 2;
    const fits =
      (dimensions === 3 || dimensions === 4) &&
      target.dim() === dimensions &&
      input.size().every((extent, d) => (spatial(d) ? extent <= target.size(d) : extent === target.size(d)));
    if (!fits) {
      throw new ShapeError(
        `SpatialAutoCropMSECriterion: expected an input [C, H, W] or [N, C, H, W] and a target at least as high and wide, got ${formatSize(input.size())} and ${formatSize(target.size())}`,
      );
    }
    return cropAlong(-2, input, cropAlong(-1, input, target));
  }
}

function cropAlong(dimension: number, input: Tensor, target: Tensor): Tensor {
  const extent = input.size(dimension);
  return target.narrow(dimension, Math.floor((target.size(dimension) - extent) / 2), extent);
}
