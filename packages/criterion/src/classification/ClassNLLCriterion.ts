import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { checkTensor } from "../base/checks.ts";
import { checkSamples } from "../base/parts.ts";
import { type Places, placesOf } from "../base/places.ts";
import { rowsOf } from "../base/rows.ts";
import { type ClassLayout, type ClassWeightOptions, LikelihoodCriterion } from "./LikelihoodCriterion.ts";
import { checkClassCount, checkLabels, type Labels } from "./labels.ts";

/** Options of {@link ClassNLLCriterion} and {@link CrossEntropyCriterion}. */
export interface ClassNLLOptions extends ClassWeightOptions {
  /** A label whose samples do not count; −100 when left out. */
  readonly ignoreIndex?: number;
}

/** The names of the options of {@link ClassNLLCriterion}. */
export const classNLLOptionNames: readonly (keyof ClassNLLOptions)[] = ["weights", "sizeAverage", "ignoreIndex"];

/**
 * The negative log-likelihood of classes: −Σᵢ w[tᵢ]·x[i, tᵢ] / Σᵢ w[tᵢ]; without averaging the sum alone. Torch's
 * `nn.ClassNLLCriterion`.
 *
 * Shapes: input `[N, C]` of log-probabilities with labels `[N]`, or `[C]` with one label. Labels are from 0 to C − 1, in
 * a tensor of any dtype. Samples labelled `ignoreIndex` count neither above nor below; when none is left the loss is 0.
 * Gradient: −w[tᵢ] / Σᵢ w[tᵢ] at (i, tᵢ), 0 elsewhere.
 *
 * @example
 * ```ts
 * import { ClassNLLCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new ClassNLLCriterion();
 * const logProbabilities = tensor([[-1, -2], [-3, -0.5]]);
 * const labels = tensor([0, 1], { dtype: "int32" });
 * console.log(criterion.forward(logProbabilities, labels)); // 0.75
 * console.log(criterion.backward(logProbabilities, labels).toArray()); // [ [ -0.5, 0 ], [ 0, -0.5 ] ]
 * ```
 */
export class ClassNLLCriterion extends LikelihoodCriterion<Labels> {
  readonly ignoreIndex: number;

  /**
   * @throws ShapeError when the weights are not a vector
   * @throws ArgumentError for an ignoreIndex that is not whole, and for options that do not exist
   */
  constructor(options: ClassNLLOptions = {}) {
    super(options);
    this.ignoreIndex = options.ignoreIndex ?? -100;
    if (!Number.isInteger(this.ignoreIndex)) {
      throw new ArgumentError(`ClassNLLCriterion: expected a whole ignoreIndex, got ${this.ignoreIndex}`);
    }
  }

  protected override get optionNames(): readonly string[] {
    return classNLLOptionNames;
  }

  protected override checkPart(input: Tensor): void {
    checkSamples(this, input, 2, "[N, C]");
  }

  protected override placesOf(target: Labels): readonly [labels: Places, count: number] {
    if (typeof target === "number") return [placesOf(target), 1];
    checkTensor(this, "labels", target);
    return [placesOf(target), target.nElement()];
  }

  protected override labelsOf(input: Tensor, target: Labels): Places {
    const labels = checkLabels(this, input, target, this.ignoreIndex);
    checkClassCount(this, this.weights, input, input.size(-1));
    return labels;
  }

  protected override layoutOf(tensor: Tensor): ClassLayout {
    const [outer, start, outerStride, classStride] = rowsOf(tensor);
    return { outer, inner: 1, start, outerStride, classStride, innerStride: 0 };
  }

  protected override isIgnored(label: number): boolean {
    return label === this.ignoreIndex;
  }
}
