import { ShapeError, Tensor } from "@rushlight/tensor";
import { classNames } from "./classNames.ts";
import { type ErrorRates, errorRates } from "./errorRates.ts";
import { formatConfusion } from "./formatConfusion.ts";
import { classOfScores, countSamples, readClasses } from "./readClasses.ts";
import { SamplePairs } from "./SamplePairs.ts";

/**
 * Counts how often samples of each class were taken for each class. Torch's `optim.ConfusionMatrix`.
 *
 * With c[t][p] the number of samples of class t that were taken for p, and Σ over what a dot stands for: a class is right
 * in c[t][t] / c[t][·] of its samples, {@link valids}, and overlaps with what was taken for it by
 * c[t][t] / (c[t][·] + c[·][t] − c[t][t]), {@link unionvalids}, the measure of the VOC challenge. All figures are those of
 * {@link mat} as it is when they are read.
 *
 * @example
 * ```ts
 * import { ConfusionMatrix } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const confusion = new ConfusionMatrix(["cat", "dog"]);
 * const scores = tensor([[0.9, 0.1], [0.4, 0.6], [0.7, 0.3]]);
 * confusion.batchAdd(scores, tensor([0, 1, 1], { dtype: "int32" }));
 * confusion.add(1, 1);
 * console.log(confusion.totalValid); // 0.75
 * console.log(String(confusion));
 * // ConfusionMatrix:
 * // [[       1       0]   100.000% 	[class: cat]
 * //  [       1       2]]  66.667% 	[class: dog]
 * //  + average row correct: 83.333334326744%
 * //  + average rowUcol correct (VOC measure): 58.333334326744%
 * //  + global correct: 75%
 * ```
 */
export class ConfusionMatrix {
  /** How many classes there are. */
  readonly nclasses: number;
  /** What the classes are called: their numbers, unless names were given. */
  readonly classes: readonly string[];
  /** The counts, `[nclasses, nclasses]`: a row for each class that is true, a column for each that was predicted. */
  readonly mat: Tensor<"int32">;
  private readonly samples: SamplePairs = new SamplePairs();

  /**
   * A matrix of zeros.
   *
   * @param classes how many classes there are, at least 1, or what they are called
   * @param names what they are called, where their number is given first
   * @throws ArgumentError for another number of classes or of names, and for names that are no strings
   */
  constructor(classes: number, names?: readonly string[]);
  constructor(names: readonly string[]);
  constructor(classes: number | readonly string[], names?: readonly string[]) {
    this.classes = classNames(classes, names);
    this.nclasses = this.classes.length;
    this.mat = new Tensor([this.nclasses, this.nclasses], { dtype: "int32" });
    // What console.log shows in Node.
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), { value: () => this.toString() });
  }

  /**
   * Counts one sample. A negative whole number as target means that its class is not known: it is not counted.
   *
   * @param prediction a class from 0 up, or scores `[nclasses]`: the class of the largest, the first one among equals
   * @param target a class, or a one-hot vector `[nclasses]`
   * @throws ShapeError for vectors of another size
   * @throws IndexError for a class that does not exist
   * @throws ArgumentError when a count gets larger than an int32 holds
   */
  add(prediction: number | Tensor, target: number | Tensor): this {
    this.samples.reserve(1);
    this.samples.predictions[0] = this.classOf("prediction", prediction);
    this.samples.targets[0] = this.classOf("target", target);
    this.samples.countInto(this.mat, 1);
    return this;
  }

  /**
   * Counts a batch. Samples with a negative whole number as target have a class that is not known: they are not counted,
   * whatever was predicted for them.
   *
   * @param predictions classes from 0 up, `[N]` or `[N, 1]`, or scores `[N, nclasses]`: the class of the largest in a row,
   * the first one among equals
   * @param targets classes, `[N]` or `[N, 1]`, or one-hot rows `[N, nclasses]`; tensors of any dtype
   * @throws ShapeError for other sizes, or when there are not as many targets as predictions
   * @throws IndexError for a class that does not exist, naming the sample; nothing is counted then
   * @throws ArgumentError when a count gets larger than an int32 holds; nothing is counted then
   */
  batchAdd(predictions: Tensor, targets: Tensor): this {
    const count = countSamples("prediction", predictions, this.nclasses);
    const labels = countSamples("target", targets, this.nclasses);
    if (count !== labels) {
      throw new ShapeError(`ConfusionMatrix: expected a target for each of ${count} predictions, got ${labels}`);
    }
    this.samples.reserve(count);
    readClasses(predictions, this.samples.predictions);
    readClasses(targets, this.samples.targets);
    this.samples.countInto(this.mat, count);
    return this;
  }

  /** Forgets all samples. */
  zero(): this {
    this.mat.zero();
    return this;
  }

  /** Torch's call before figures are read. Here they always follow {@link mat}, and it does nothing. */
  updateValids(): this {
    return this;
  }

  /** The share of each class's samples that were predicted right, `[nclasses]`; NaN for a class without samples. */
  get valids(): Tensor<"float32"> {
    return this.shares((right, ofClass) => right / ofClass);
  }

  /** What a class and its predictions have in common, of all that is either, `[nclasses]`; NaN for a class with neither. */
  get unionvalids(): Tensor<"float32"> {
    return this.shares((right, ofClass, takenFor) => right / (ofClass + takenFor - right));
  }

  /** The share of all samples that were predicted right; NaN when there are none. */
  get totalValid(): number {
    return this.mat.trace() / this.mat.sum();
  }

  /** The mean of {@link valids} over the classes that have samples; NaN when none has. */
  get averageValid(): number {
    return this.meanOfPresent(this.valids);
  }

  /** The mean of {@link unionvalids} over the classes that have samples; NaN when none has. */
  get averageUnionValid(): number {
    return this.meanOfPresent(this.unionvalids);
  }

  /**
   * The error rates of each class. Its false rejection rate is the share of its samples that were taken for another
   * class; its false acceptance rate is the share of another class's samples that were taken for it, on average over the
   * other classes that have samples, NaN when there is none.
   */
  farFrr(): ErrorRates {
    return errorRates(this.mat);
  }

  /** The counts and the figures in Torch's layout, the classes by their names. */
  toString(): string {
    return formatConfusion(this);
  }

  private classOf(role: string, given: number | Tensor): number {
    return typeof given === "number" ? given : classOfScores(role, given, this.nclasses);
  }

  private shares(share: (right: number, ofClass: number, takenFor: number) => number): Tensor<"float32"> {
    const shares = new Tensor([this.nclasses], { dtype: "float32" });
    const { data } = shares;
    for (let t = 0; t < this.nclasses; t++) {
      data[t] = share(this.mat.get(t, t), this.mat.select(0, t).sum(), this.mat.select(1, t).sum());
    }
    return shares;
  }

  private meanOfPresent(shares: Tensor<"float32">): number {
    let sum = 0;
    let present = 0;
    for (let t = 0; t < this.nclasses; t++) {
      if (this.mat.select(0, t).sum() === 0) continue;
      sum += shares.get(t);
      present += 1;
    }
    return sum / present;
  }
}
