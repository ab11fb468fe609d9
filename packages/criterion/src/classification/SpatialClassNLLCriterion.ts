import { formatSize, IndexError, ShapeError, Tensor } from "@rushlight/tensor";
import { checkFloats, checkNotEmpty, checkTensor } from "../base/checks.ts";
import { dense } from "../base/dense.ts";
import { type Places, placesInOrder } from "../base/places.ts";
import { type ClassLayout, LikelihoodCriterion } from "./LikelihoodCriterion.ts";
import { checkClassCount, firstOutside } from "./labels.ts";

/**
 * The negative log-likelihood of a class for each pixel: −Σ w[t]·x[t] / Σ w[t] over all pixels of all images; without
 * averaging the sum alone. Torch's `nn.SpatialClassNLLCriterion`.
 *
 * Shapes: input `[N, C, H, W]` of log-probabilities with labels `[N, H, W]` from 0 to C − 1, in a tensor of any dtype.
 * Gradient: −w[t] / Σ w[t] at the label of each pixel, 0 elsewhere.
 *
 * @example
 * ```ts
 * import { SpatialClassNLLCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new SpatialClassNLLCriterion();
 * const logProbabilities = tensor([[[[-1, -3]], [[-2, -0.5]]]]);
 * const labels = tensor([[[0, 1]]], { dtype: "int32" });
 * console.log(criterion.forward(logProbabilities, labels)); // 0.75
 * console.log(criterion.backward(logProbabilities, labels).view(2, 2).toArray()); // [ [ -0.5, 0 ], [ 0, -0.5 ] ]
 * ```
 */
export class SpatialClassNLLCriterion extends LikelihoodCriterion<Tensor> {
  private denseInput = new Tensor([], { resident: true });
  private denseLabels = new Tensor([], { resident: true });

  override updateOutput(input: Tensor, target: Tensor): number {
    this.labelsOf(input, target);
    return super.updateOutput(dense(input, this.denseInput), target);
  }

  protected override placesOf(target: Tensor): readonly [labels: Places, count: number] {
    checkTensor(this, "labels", target);
    return [placesInOrder(target, this.denseLabels), target.nElement()];
  }

  protected override labelsOf(input: Tensor, target: Tensor): Places {
    checkFloats(this, "input", input);
    checkTensor(this, "labels", target);
    checkNotEmpty(this, input);
    if (input.dim() !== 4) {
      throw new ShapeError(`SpatialClassNLLCriterion: expected an input [N, C, H, W], got ${formatSize(input.size())}`);
    }
    const [samples, classes, height, width] = input.size();
    const expected = [samples, height, width];
    if (target.dim() !== 3 || target.size().some((extent, d) => extent !== expected[d])) {
      throw new ShapeError(
        `SpatialClassNLLCriterion: expected labels ${formatSize(expected)} for an input ${formatSize(input.size())}, got ${formatSize(target.size())}`,
      );
    }
    checkClassCount(this, this.weights, input, classes);
    const labels = placesInOrder(target, this.denseLabels);
    const wrong = firstOutside(labels, target.nElement(), classes);
    if (wrong < 0) return labels;
    const pixel = [Math.floor(wrong / (height * width)), Math.floor(wrong / width) % height, wrong % width];
    throw new IndexError(
      `SpatialClassNLLCriterion: expected class labels from 0 to ${classes - 1}, got ${labels.elements[labels.offset + wrong]} at ${formatSize(pixel)}`,
    );
  }

  protected override layoutOf(tensor: Tensor): ClassLayout {
    const [outer, classes, height, width] = tensor.size();
    const inner = height * width;
    return {
      outer,
      inner,
      start: tensor.storageOffset(),
      outerStride: classes * inner,
      classStride: inner,
      innerStride: 1,
    };
  }
}
