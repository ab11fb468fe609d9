import { checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, defaultGenerator, ShapeError, Tensor } from "@rushlight/tensor";
import { isExtent } from "../linear/VectorLayer.ts";
import { nearestInto, squaredDistance } from "./nearest.ts";

/** Options of {@link Kmeans}. */
export interface KmeansOptions {
  /** A factor for the gradients, besides that given to backward: the step of online clustering; 1 when left out. */
  readonly scale?: number;
}

const optionNames: readonly (keyof KmeansOptions)[] = ["scale"];

/** What counts of samples have added before dividing by them. */
const EPSILON = 1e-7;

/**
 * Clusters by k-means: gives the cluster of each sample, and learns the centres. Torch's `nn.Kmeans`.
 *
 * yₙ = argminⱼ ‖xₙ − cⱼ‖², of equals the first, and loss = Σₙ ‖xₙ − c_yₙ‖². dcⱼ −= scale·Σ(xₙ − cⱼ)/(nⱼ + 1e-7) over the nⱼ
 * samples of cluster j, so that a step of size 1 moves a centre to their mean. dx = 0, and gradOutput does not count.
 *
 * Shapes: `[N, dim] → [N]`, int32 numbers of clusters from 0 to k − 1; `weight` is `[k, dim]`, a centre in each row, drawn
 * uniform from ±1.
 *
 * @example
 * ```ts
 * import { Kmeans } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const samples = tensor([[0, 0], [0, 2], [8, 0], [10, 0]]);
 * const kmeans = new Kmeans(2, 2);
 * kmeans.weight.copy(tensor([[1, 0], [9, 1]]));
 * const clusters = kmeans.forward(samples);
 * console.log(clusters.toArray(), kmeans.loss); // [ 0, 0, 1, 1 ] 10
 * kmeans.backwardUpdate(samples, clusters, 1);
 * console.log(kmeans.weight.toArray()); // [ [ 0, 1 ], [ 9, 0 ] ]
 * ```
 */
export class Kmeans extends Module<Tensor, Tensor<"int32">> {
  readonly k: number;
  readonly dim: number;
  readonly scale: number;
  override output: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });
  override weight: Tensor;
  override gradWeight: Tensor;
  /** The sum of the squared distances of the last forward. */
  loss = 0;
  private chosen = new Tensor([], { resident: true });
  private differences = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });
  private counts = new Tensor([], { resident: true });

  /**
   * @param k the number of clusters, at least 1
   * @param dim the number of elements of a sample, at least 1
   * @throws ArgumentError for other numbers, for a scale that is not above 0, and for options that do not exist
   */
  constructor(k: number, dim: number, options: KmeansOptions = {}) {
    super();
    checkOptions("Kmeans", options, optionNames);
    if (!isExtent(k) || !isExtent(dim)) {
      throw new ArgumentError(`Kmeans: expected at least 1 cluster and 1 dimension, got ${k} and ${dim}`);
    }
    const { scale = 1 } = options;
    if (!(scale > 0)) throw new ArgumentError(`Kmeans: expected a scale above 0, got ${scale}`);
    this.k = k;
    this.dim = dim;
    this.scale = scale;
    this.weight = new Tensor([k, dim], { resident: true });
    this.gradWeight = new Tensor([k, dim], { resident: true });
    this.reset();
  }

  /**
   * Draws the centres anew.
   *
   * @param bound they are uniform from ±bound; 1 when left out
   */
  override reset(bound = 1): this {
    this.weight.uniform(-bound, bound);
    return this;
  }

  /**
   * Puts the centres where samples are, drawn at random with replacement.
   *
   * @param input at least k samples `[N, dim]`
   * @throws ShapeError or DTypeError for other inputs
   */
  initRandom(input: Tensor): this {
    this.checkSamples(input);
    const generator = defaultGenerator();
    for (let j = 0; j < this.k; j++) this.weight.select(0, j).copy(input.select(0, generator.random(input.size(0))));
    return this;
  }

  /**
   * Puts the centres where samples are: the first at random, each other at random among those that are farthest from the
   * centres so far.
   *
   * Source: D. Arthur and S. Vassilvitskii, "k-means++: the advantages of careful seeding", 2007.
   *
   * @param input at least k samples `[N, dim]`
   * @param p which part of the samples, the nearest, is never drawn; 0.95 when left out
   * @throws ShapeError or DTypeError for other inputs, ArgumentError for a p outside [0, 1]
   */
  initKmeansPlus(input: Tensor, p = 0.95): this {
    this.checkSamples(input);
    if (!(p >= 0 && p <= 1)) throw new ArgumentError(`${this.describe()}: expected a p in [0, 1], got ${p}`);
    const samples = input.size(0);
    const candidates = Math.max(1, Math.ceil((1 - p) * samples));
    const generator = defaultGenerator();
    const distances = new Float64Array(samples).fill(Number.POSITIVE_INFINITY);
    const order = Array.from(distances, (_, n) => n);
    this.weight.select(0, 0).copy(input.select(0, generator.random(samples)));
    for (let j = 1; j < this.k; j++) {
      for (let n = 0; n < samples; n++) {
        distances[n] = Math.min(distances[n], squaredDistance(input, n, this.weight, j - 1));
      }
      order.sort((a, b) => distances[b] - distances[a]);
      this.weight.select(0, j).copy(input.select(0, order[generator.random(candidates)]));
    }
    return this;
  }

  override updateOutput(input: Tensor): Tensor<"int32"> {
    this.checkInput(input);
    this.output.resize(input.size(0));
    this.loss = nearestInto(input, this.weight, this.output);
    return this.output;
  }

  override updateGradInput(input: Tensor, _gradOutput: Tensor): Tensor {
    this.checkInput(input);
    return this.gradInput.resizeAs(input).zero();
  }

  override accGradParameters(input: Tensor, _gradOutput: Tensor, scale = 1): void {
    this.checkInput(input);
    const { output, weight, counts } = this;
    if (output.nElement() !== input.size(0)) throw inputSizeError(this, "the input of the last forward", input);
    const chosen = weight.index(0, output, { out: this.chosen });
    this.differences.resizeAs(input).copy(input).add(-1, chosen);
    this.sums.resizeAs(weight).zero().indexAdd(0, output, this.differences);
    counts.resize(this.k, 1).fill(EPSILON);
    const clusters = output.storage().data;
    const perCluster = counts.storage().data;
    for (let n = 0; n < output.nElement(); n++) perCluster[clusters[n]] += 1;
    this.gradWeight.addcdiv(-scale * this.scale, this.sums, counts.expandAs(weight));
  }

  override clearState(): this {
    this.chosen = emptied(this.chosen);
    this.differences = emptied(this.differences);
    this.sums = emptied(this.sums);
    this.counts = emptied(this.counts);
    return super.clearState();
  }

  override describe(): string {
    return `Kmeans(${this.k}, ${this.dim})`;
  }

  private checkInput(input: Tensor): void {
    checkInputDType(this, input, this.weight.dtype);
    if (input.dim() !== 2 || input.size(1) !== this.dim) throw inputSizeError(this, `[N, ${this.dim}]`, input);
  }

  private checkSamples(input: Tensor): void {
    this.checkInput(input);
    if (input.size(0) >= this.k) return;
    throw new ShapeError(`${this.describe()}: expected at least ${this.k} samples, got ${input.size(0)}`);
  }
}
