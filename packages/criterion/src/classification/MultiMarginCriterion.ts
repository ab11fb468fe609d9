import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { AveragingCriterion } from "../base/AveragingCriterion.ts";
import { checkMargin } from "../base/checks.ts";
import { checkSamples } from "../base/parts.ts";
import { type Places, placesOf } from "../base/places.ts";
import { rowsOf } from "../base/rows.ts";
import type { ClassWeightOptions } from "./LikelihoodCriterion.ts";
import { checkClassCount, checkClassWeights, checkLabels, type Labels } from "./labels.ts";

/** Options of {@link MultiMarginCriterion}. */
export interface MultiMarginOptions extends ClassWeightOptions {
  /** By how much the score of the label is to be above the others; 1 when left out. */
  readonly margin?: number;
}

/**
 * The hinge loss of many classes. Loss: Σᵢ w[tᵢ]·Σ max(0, margin − x[i, tᵢ] + x[i, j])^p / C over the classes j ≠ tᵢ,
 * divided by the number of samples; without averaging the sum over samples. Torch's `nn.MultiMarginCriterion`.
 *
 * Shapes: input `[N, C]` of scores with labels `[N]` from 0 to C − 1, or `[C]` with one label. Gradient, for each class j
 * whose z = margin − x[i, tᵢ] + x[i, j] is above 0: w[tᵢ]·p·z^(p − 1) / (C·N) at (i, j), and minus that at (i, tᵢ).
 *
 * @example
 * ```ts
 * import { MultiMarginCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MultiMarginCriterion();
 * const [scores, labels] = [tensor([[1, 0.5], [3, 0]]), tensor([0, 0])];
 * console.log(criterion.forward(scores, labels)); // 0.125
 * console.log(criterion.backward(scores, labels).toArray()); // [ [ -0.25, 0.25 ], [ 0, 0 ] ]
 * ```
 */
export class MultiMarginCriterion extends AveragingCriterion<Tensor, Labels> {
  readonly p: number;
  readonly margin: number;
  readonly weights: Tensor | undefined;

  /**
   * @param p 1 for the hinge loss, 2 for its square; 1 when left out
   * @throws ArgumentError for another p, a margin that is no finite number, and options that do not exist
   * @throws ShapeError when the weights are not a vector
   */
  constructor(p = 1, options: MultiMarginOptions = {}) {
    super(options);
    if (p !== 1 && p !== 2) throw new ArgumentError(`MultiMarginCriterion: expected a p of 1 or 2, got ${String(p)}`);
    checkClassWeights(this, options.weights);
    this.p = p;
    this.margin = checkMargin(this, options.margin ?? 1);
    this.weights = options.weights;
  }

  protected override get optionNames(): readonly string[] {
    return ["weights", "margin", "sizeAverage"];
  }

  override updateOutput(input: Tensor, target: Labels): number {
    const { elements, offset, stride } = this.labelsOf(input, target);
    const { data } = input.storage();
    const [samples, start, rowStride, classStride] = rowsOf(input);
    const classes = input.size(-1);
    let loss = 0;
    for (let row = 0; row < samples; row++) {
      const label = elements[offset + row * stride];
      const first = start + row * rowStride;
      const base = this.margin - data[first + label * classStride];
      let sum = 0;
      for (let c = 0; c < classes; c++) {
        const shortfall = base + data[first + c * classStride];
        if (c !== label && shortfall > 0) sum += this.p === 1 ? shortfall : shortfall * shortfall;
      }
      loss += sum * this.weightOf(label);
    }
    this.output = (loss / classes) * this.factor(samples);
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Labels): Tensor {
    const labels = this.labelsOf(input, target);
    const gradInput = this.gradInput.resizeAs(input).zero();
    const { elements, offset, stride } = labels;
    const { data } = input.storage();
    const gradients = gradInput.storage().data;
    const [samples, start, rowStride, classStride] = rowsOf(input);
    const [, gradStart, gradRowStride] = rowsOf(gradInput);
    const classes = input.size(-1);
    const scale = this.factor(samples) / classes;
    for (let row = 0; row < samples; row++) {
      const label = elements[offset + row * stride];
      const first = start + row * rowStride;
      const gradFirst = gradStart + row * gradRowStride;
      const base = this.margin - data[first + label * classStride];
      const weight = scale * this.weightOf(label);
      let total = 0;
      for (let c = 0; c < classes; c++) {
        const shortfall = base + data[first + c * classStride];
        if (c === label || !(shortfall > 0)) continue;
        const slope = this.p === 1 ? weight : 2 * weight * shortfall;
        gradients[gradFirst + c] = slope;
        total -= slope;
      }
      gradients[gradFirst + label] = total;
    }
    return gradInput;
  }

  protected override checkPart(input: Tensor): void {
    checkSamples(this, input, 2, "[N, C]");
  }

  private labelsOf(input: Tensor, target: Labels): Places {
    const labels = checkLabels(this, input, target);
    checkClassCount(this, this.weights, input, input.size(-1));
    return labels;
  }

  private weightOf(label: number): number {
    if (this.weights === undefined) return 1;
    const { elements, offset, stride } = placesOf(this.weights);
    return elements[offset + label * stride];
  }
}
