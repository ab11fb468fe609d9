import { Criterion, type LossWeights } from "@rushlight/module";
import { checkOptions, formatSize, rowsGradientInto, rowsInto, ShapeError, Tensor } from "@rushlight/tensor";
import { checkTensor } from "../base/checks.ts";
import { checkSamples } from "../base/parts.ts";
import { ClassNLLCriterion, type ClassNLLOptions, classNLLOptionNames } from "./ClassNLLCriterion.ts";
import { checkClassCount, checkClassWeights, checkLabels, type Labels } from "./labels.ts";

/** What the last forward of a criterion saw: its log-probabilities are still there. */
const forwarded = new WeakMap<CrossEntropyCriterion, Tensor>();

/**
 * Cross entropy of scores: the {@link ClassNLLCriterion} of their log-softmax, −xₜ + ln Σⱼ e^xⱼ for each sample, in a
 * numerically stable form. Torch's `nn.CrossEntropyCriterion`.
 *
 * Shapes: input `[N, C]` of any scores with labels `[N]`, or `[C]` with one label; further dimensions of size 1, as
 * convolutions leave, may follow in both.
 *
 * @example
 * ```ts
 * import { CrossEntropyCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const scores = tensor([[-1, 1], [-1, 1], [1, -1]]);
 * const loss = new CrossEntropyCriterion().forward(scores, tensor([1, 1, 0], { dtype: "int32" }));
 * console.log(loss.toFixed(4)); // 0.1269
 * ```
 */
export class CrossEntropyCriterion extends Criterion<Tensor, Labels> {
  private readonly likelihood: ClassNLLCriterion;
  private logProbabilities = new Tensor([], { resident: true });

  /**
   * @throws ShapeError when the weights are not a vector
   * @throws ArgumentError for an ignoreIndex that is not whole, and for options that do not exist
   */
  constructor(options: ClassNLLOptions = {}) {
    super();
    checkOptions("CrossEntropyCriterion", options, classNLLOptionNames);
    checkClassWeights(this, options.weights);
    this.likelihood = new ClassNLLCriterion(options);
  }

  /** Whether the loss is a weighted mean rather than a sum; it may be changed at any time. */
  get sizeAverage(): boolean {
    return this.likelihood.sizeAverage;
  }

  /** Whether the loss is a weighted mean rather than a sum; it may be changed at any time. */
  set sizeAverage(value: boolean) {
    this.likelihood.sizeAverage = value;
  }

  /** A weight for each class; undefined when all are 1. */
  get weights(): Tensor | undefined {
    return this.likelihood.weights;
  }

  /** The label whose samples do not count. */
  get ignoreIndex(): number {
    return this.likelihood.ignoreIndex;
  }

  /** The sum of the weights of the labels that counted in the last forward. */
  get totalWeight(): number {
    return this.likelihood.totalWeight;
  }

  override updateOutput(input: Tensor, target: Labels): number {
    const labels = this.check(input, target);
    const logProbabilities = this.logSoftMax(input);
    forwarded.set(this, input);
    this.output = this.likelihood.updateOutput(logProbabilities, labels);
    return this.output;
  }

  /** The gradient at what the last forward saw, when that was of the same tensor. */
  override updateGradInput(input: Tensor, target: Labels): Tensor {
    const labels = this.check(input, target);
    const kept = forwarded.get(this) === input && this.logProbabilities.isSameSizeAs(scoresOf(input));
    const logProbabilities = kept ? this.logProbabilities : this.logSoftMax(input);
    const gradient = this.likelihood.updateGradInput(logProbabilities, labels);
    this.gradInput.resizeAs(input);
    rowsGradientInto(
      "CrossEntropyCriterion",
      "logSoftMaxGradient",
      logProbabilities,
      gradient,
      this.gradInput.viewAs(logProbabilities),
      logProbabilities.dim() - 1,
    );
    return this.gradInput;
  }

  /** The sum of the weights of the labels that count. */
  override lossWeights(target: Labels): LossWeights {
    if (typeof target !== "number") checkTensor(this, "labels", target);
    return this.likelihood.lossWeights(labelsOf(target));
  }

  protected override checkPart(input: Tensor): void {
    checkSamples(this, input, 2, "[N, C]");
  }

  private check(input: Tensor, target: Labels): Labels {
    checkTensor(this, "input", input);
    if (typeof target !== "number") checkTensor(this, "labels", target);
    const scores = scoresOf(input);
    const labels = labelsOf(target);
    checkLabels(this, scores, labels, this.ignoreIndex);
    checkClassCount(this, this.weights, input, scores.size(-1));
    return labels;
  }

  private logSoftMax(input: Tensor): Tensor {
    forwarded.delete(this);
    const scores = scoresOf(input);
    this.logProbabilities.resizeAs(scores);
    rowsInto("CrossEntropyCriterion", "logSoftMax", scores, this.logProbabilities, scores.dim() - 1);
    return this.logProbabilities;
  }
}

function scoresOf(input: Tensor): Tensor {
  return withoutTail(input, 2, "an input [C] or [N, C]");
}

function labelsOf(target: Labels): Labels {
  if (typeof target === "number") return target;
  return withoutTail(target, 1, "labels [N]");
}

/** A view of a tensor without the dimensions from one on, which all have size 1. */
function withoutTail(tensor: Tensor, dimensions: number, expected: string): Tensor {
  if (tensor.size().some((extent, d) => d >= dimensions && extent !== 1)) {
    throw new ShapeError(`CrossEntropyCriterion: expected ${expected}, got ${formatSize(tensor.size())}`);
  }
  let view = tensor;
  while (view.dim() > dimensions) view = view.select(-1, 0);
  return view;
}
