import { formatSize, IndexError, ShapeError, type Tensor } from "@rushlight/tensor";
import { AveragingCriterion } from "../base/AveragingCriterion.ts";
import { checkTensor } from "../base/checks.ts";
import { checkSamples } from "../base/parts.ts";
import { rowsOf } from "../base/rows.ts";
import { checkRows } from "./labels.ts";

/** Ends the labels of a sample. */
const END = -1;

/**
 * The hinge loss of samples that have any number of labels. Loss: Σᵢ Σ max(0, 1 − x[i, t] + x[i, j]) / C over the labels t
 * of sample i and the classes j that are not among them, divided by the number of samples; without averaging the sum over
 * samples. Torch's `nn.MultiLabelMarginCriterion`.
 *
 * Shapes: input `[N, C]` or `[C]` of scores with a target of the same size and any dtype. Each row of it lists labels from
 * 0 to C − 1; −1 ends the list, and what follows is passed over. Gradient, for each pair that is above 0: 1 / (C·N) at
 * (i, j) and −1 / (C·N) at (i, t).
 *
 * @example
 * ```ts
 * import { MultiLabelMarginCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MultiLabelMarginCriterion();
 * const scores = tensor([0.5, 1, 0.25, 0]);
 * const labels = tensor([1, 0, -1, -1], { dtype: "int32" });
 * console.log(criterion.forward(scores, labels)); // 0.375
 * console.log(criterion.backward(scores, labels).toArray()); // [ -0.5, -0.25, 0.5, 0.25 ]
 * ```
 */
export class MultiLabelMarginCriterion extends AveragingCriterion {
  private isLabel = new Uint8Array(0);

  override updateOutput(input: Tensor, target: Tensor): number {
    this.check(input, target);
    const { data } = input.storage();
    const labels = target.storage().data;
    const [samples, start, rowStride, classStride] = rowsOf(input);
    const [, labelStart, labelRowStride, labelStride] = rowsOf(target);
    const classes = input.size(-1);
    let loss = 0;
    for (let row = 0; row < samples; row++) {
      const first = start + row * rowStride;
      const firstLabel = labelStart + row * labelRowStride;
      const count = this.mark(labels, firstLabel, labelStride, classes);
      const { isLabel } = this;
      for (let i = 0; i < count; i++) {
        const base = 1 - data[first + labels[firstLabel + i * labelStride] * classStride];
        for (let c = 0; c < classes; c++) {
          const shortfall = base + data[first + c * classStride];
          if (isLabel[c] === 0) loss += Math.max(0, shortfall);
        }
      }
    }
    this.output = (loss / classes) * this.factor(samples);
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Tensor): Tensor {
    this.check(input, target);
    const gradInput = this.gradInput.resizeAs(input).zero();
    const { data } = input.storage();
    const gradients = gradInput.storage().data;
    const labels = target.storage().data;
    const [samples, start, rowStride, classStride] = rowsOf(input);
    const [, gradStart, gradRowStride] = rowsOf(gradInput);
    const [, labelStart, labelRowStride, labelStride] = rowsOf(target);
    const classes = input.size(-1);
    const slope = this.factor(samples) / classes;
    for (let row = 0; row < samples; row++) {
      const first = start + row * rowStride;
      const gradFirst = gradStart + row * gradRowStride;
      const firstLabel = labelStart + row * labelRowStride;
      const count = this.mark(labels, firstLabel, labelStride, classes);
      const { isLabel } = this;
      for (let i = 0; i < count; i++) {
        const label = labels[firstLabel + i * labelStride];
        const base = 1 - data[first + label * classStride];
        for (let c = 0; c < classes; c++) {
          if (isLabel[c] !== 0 || !(base + data[first + c * classStride] > 0)) continue;
          gradients[gradFirst + c] += slope;
          gradients[gradFirst + label] -= slope;
        }
      }
    }
    return gradInput;
  }

  protected override checkPart(input: Tensor): void {
    checkSamples(this, input, 2, "[N, C]");
  }

  private check(input: Tensor, target: Tensor): void {
    checkRows(this, input);
    checkTensor(this, "target", target);
    if (!target.isSameSizeAs(input)) {
      throw new ShapeError(
        `MultiLabelMarginCriterion: expected a target of the input's size ${formatSize(input.size())}, got ${formatSize(target.size())}`,
      );
    }
    const classes = input.size(-1);
    const labels = target.storage().data;
    const [samples, start, rowStride, labelStride] = rowsOf(target);
    for (let row = 0; row < samples; row++) {
      for (let i = 0; i < classes; i++) {
        const label = labels[start + row * rowStride + i * labelStride];
        if (Number.isInteger(label) && label >= END && label < classes) continue;
        throw new IndexError(
          `MultiLabelMarginCriterion: expected class labels from 0 to ${classes - 1}, or ${END} behind the last, got ${label} in row ${row}`,
        );
      }
    }
  }

  /** Marks the labels of a sample in {@link isLabel} and counts them. */
  private mark(labels: ArrayLike<number>, first: number, stride: number, classes: number): number {
    if (this.isLabel.length < classes) this.isLabel = new Uint8Array(classes);
    this.isLabel.fill(0, 0, classes);
    let count = 0;
    while (count < classes && labels[first + count * stride] !== END) {
      this.isLabel[labels[first + count * stride]] = 1;
      count += 1;
    }
    return count;
  }
}
