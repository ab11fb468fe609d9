import type { LossWeights } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { AveragingCriterion, type SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { type Places, placesOf } from "../base/places.ts";
import { checkClassWeights } from "./labels.ts";

/** Options of criterions that weigh classes. */
export interface ClassWeightOptions extends SizeAverageOptions {
  /** A weight for each class, `[C]`; all 1 when left out. */
  readonly weights?: Tensor;
}

/** A tensor of log-probabilities seen as `[outer, C, inner]`: where it begins, and the distances along each of the three. */
export interface ClassLayout {
  readonly outer: number;
  readonly inner: number;
  readonly start: number;
  readonly outerStride: number;
  readonly classStride: number;
  readonly innerStride: number;
}

/**
 * The negative log-likelihood of labels: −Σ w[t]·x[t], divided by Σ w[t] when it averages. Samples with a label to ignore
 * count neither above nor below.
 */
export abstract class LikelihoodCriterion<T> extends AveragingCriterion<Tensor, T> {
  readonly weights: Tensor | undefined;
  /** The sum of the weights of the labels that counted in the last forward. */
  totalWeight = 0;

  /**
   * @throws ShapeError when the weights are not a vector
   * @throws ArgumentError for options that do not exist
   */
  constructor(options: ClassWeightOptions = {}) {
    super(options);
    checkClassWeights(this, options.weights);
    this.weights = options.weights;
  }

  protected override get optionNames(): readonly string[] {
    return ["weights", "sizeAverage"];
  }

  override updateOutput(input: Tensor, target: T): number {
    const { elements, offset, stride } = this.labelsOf(input, target);
    const { outer, inner, start, outerStride, classStride, innerStride } = this.layoutOf(input);
    const { data } = input.storage();
    const weights = this.weights && placesOf(this.weights);
    let loss = 0;
    let total = 0;
    for (let o = 0, at = offset; o < outer; o++) {
      const first = start + o * outerStride;
      for (let i = 0; i < inner; i++, at += stride) {
        const label = elements[at];
        if (this.isIgnored(label)) continue;
        const weight = weightOf(label, weights);
        loss -= weight * data[first + i * innerStride + label * classStride];
        total += weight;
      }
    }
    this.totalWeight = total;
    this.output = this.sizeAverage && total !== 0 ? loss / total : loss;
    return this.output;
  }

  override updateGradInput(input: Tensor, target: T): Tensor {
    const labels = this.labelsOf(input, target);
    const gradInput = this.gradInput.resizeAs(input).zero();
    const { elements, offset, stride } = labels;
    const { outer, inner, start, outerStride, classStride, innerStride } = this.layoutOf(gradInput);
    const weights = this.weights && placesOf(this.weights);
    const divisor = this.sizeAverage ? this.sumOfWeights(labels, outer * inner) : 1;
    if (divisor === 0) return gradInput;
    const { data } = gradInput.storage();
    for (let o = 0, at = offset; o < outer; o++) {
      const first = start + o * outerStride;
      for (let i = 0; i < inner; i++, at += stride) {
        const label = elements[at];
        if (this.isIgnored(label)) continue;
        data[first + i * innerStride + label * classStride] = -weightOf(label, weights) / divisor;
      }
    }
    return gradInput;
  }

  /** The sum of the weights of the labels that count. */
  override lossWeights(target: T): LossWeights {
    if (!this.sizeAverage) return [undefined];
    const [labels, count] = this.placesOf(target);
    return [this.sumOfWeights(labels, count)];
  }

  /** Where the labels of a target are, and how many there are. */
  protected abstract placesOf(target: T): readonly [labels: Places, count: number];

  /** Checks an input and its labels, and says where the labels are: one for each of outer and inner, in that order. */
  protected abstract labelsOf(input: Tensor, target: T): Places;

  /** Where the log-probabilities are in an input, and their gradients in {@link gradInput}. */
  protected abstract layoutOf(tensor: Tensor): ClassLayout;

  /** Whether samples with that label do not count. */
  protected isIgnored(_label: number): boolean {
    return false;
  }

  private sumOfWeights({ elements, offset, stride }: Places, count: number): number {
    const weights = this.weights && placesOf(this.weights);
    let total = 0;
    for (let i = 0, at = offset; i < count; i++, at += stride) {
      if (!this.isIgnored(elements[at])) total += weightOf(elements[at], weights);
    }
    return total;
  }
}

function weightOf(label: number, weights: Places | undefined): number {
  return weights === undefined ? 1 : weights.elements[weights.offset + label * weights.stride];
}
