import type { Generator, Tensor } from "@rushlight/tensor";
import { SymmetricEigen } from "../../numeric/SymmetricEigen.ts";
import { ownDoubles, type Rows, rowsLike } from "../rows.ts";
import type { CmaesMemory } from "./CmaesConfig.ts";
import { type Strategy, strategyFor } from "./strategy.ts";
import { updateCovariance } from "./updateCovariance.ts";

const names = ["mean", "covariance", "vectors", "scales", "sigmaPath", "covariancePath"] as const;

/** The generations of CMA-ES: draws candidates from a normal distribution, and adapts it to the best of them. */
export class CovarianceSearch {
  /** The candidates of a generation. */
  readonly candidates: Rows;
  /** Their losses, to be filled in before {@link learn}; from the lowest to the highest after it. */
  readonly losses: Float64Array;
  private readonly memory: CmaesMemory;
  private readonly owned: readonly Tensor[];
  private readonly mean: Float64Array;
  private readonly covariance: Float64Array;
  private readonly vectors: Float64Array;
  private readonly scales: Float64Array;
  private readonly sigmaPath: Float64Array;
  private readonly covariancePath: Float64Array;
  private readonly strategy: Strategy;
  private readonly eigen: SymmetricEigen;
  private readonly order: number[];
  private readonly step: Float64Array;
  private readonly turned: Float64Array;
  private readonly deviations: Float64Array;

  /**
   * @param memory the distribution; copies take the place of its tensors
   * @param x parameters of the candidates' size
   */
  constructor(memory: CmaesMemory, x: Tensor, popsize: number) {
    const n = x.nElement();
    this.memory = memory;
    [this.mean, this.covariance, this.vectors, this.scales, this.sigmaPath, this.covariancePath] = names.map((name) => {
      const { data, tensor } = ownDoubles(memory[name]);
      memory[name] = tensor;
      return data;
    });
    this.owned = names.map((name) => memory[name]);
    this.candidates = rowsLike(x, popsize);
    this.losses = new Float64Array(popsize);
    this.strategy = strategyFor(n, popsize);
    this.eigen = new SymmetricEigen(n);
    this.order = Array.from(this.losses, (_, i) => i);
    this.step = new Float64Array(n);
    this.turned = new Float64Array(n);
    this.deviations = new Float64Array(n * this.strategy.weights.length);
  }

  /** Whether this is the search of a memory, for parameters of this size and so many candidates. */
  isFor(memory: CmaesMemory, x: Tensor, popsize: number): boolean {
    const fits = this.losses.length === popsize && this.candidates.each[0].isSameSizeAs(x);
    return fits && memory === this.memory && names.every((name, i) => memory[name] === this.owned[i]);
  }

  /** The shortest and the longest standard deviation along an axis of the distribution, without σ. */
  extremes(): readonly [shortest: number, longest: number] {
    return [this.scales[0], this.scales[this.scales.length - 1]];
  }

  /**
   * Decomposes the covariance when it has changed enough.
   *
   * @returns false when it is no covariance any more: not positive definite by rounding
   */
  decompose(): boolean {
    const { memory, eigen } = this;
    if (memory.evaluations - memory.decomposedAt <= this.strategy.decompositionLag) return true;
    if (!eigen.decompose(this.covariance) || !(eigen.values[0] > 0)) return false;
    memory.decomposedAt = memory.evaluations;
    this.vectors.set(eigen.vectors);
    for (let k = 0; k < this.scales.length; k++) this.scales[k] = Math.sqrt(eigen.values[k]);
    return true;
  }

  /** Draws candidates: the mean + σ·V·diag(scales)·z with z normal, one after the other. */
  sample(generator: Generator): void {
    const { mean, scales, vectors, turned, memory } = this;
    const { data } = this.candidates;
    const n = mean.length;
    for (let first = 0; first < data.length; first += n) {
      turned.fill(0);
      for (let k = 0, at = 0; k < n; k++) {
        const share = generator.normal() * scales[k];
        for (let i = 0; i < n; i++, at++) turned[i] += share * vectors[at];
      }
      for (let i = 0; i < n; i++) data[first + i] = mean[i] + memory.sigma * turned[i];
    }
  }

  /** Adapts the distribution to the losses of the candidates. */
  learn(): void {
    const { memory, strategy, step, sigmaPath, covariancePath } = this;
    const { effective, covarianceDecay, sigmaDecay } = strategy;
    const n = step.length;
    this.moveMean();
    memory.generations += 1;
    memory.evaluations += this.losses.length;

    this.standardizeStep();
    const toSigmaPath = Math.sqrt(sigmaDecay * (2 - sigmaDecay) * effective) / memory.sigma;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      sigmaPath[i] = sigmaPath[i] * (1 - sigmaDecay) + toSigmaPath * this.turned[i];
      squares += sigmaPath[i] ** 2;
    }
    // While σ is far too small, the path of the covariance waits.
    const begun = 1 - (1 - sigmaDecay) ** ((2 * memory.evaluations) / this.losses.length);
    const moving = squares / begun / n < 2 + 4 / (n + 1);
    const decay = covarianceDecay * (2 - covarianceDecay);
    const toPath = moving ? Math.sqrt(decay * effective) / memory.sigma : 0;
    for (let i = 0; i < n; i++) covariancePath[i] = covariancePath[i] * (1 - covarianceDecay) + toPath * step[i];

    const pathRate = strategy.pathRate * (moving ? 1 : 1 - decay);
    updateCovariance(this.covariance, covariancePath, this.deviations, memory.sigma, strategy, pathRate);
    const change = ((sigmaDecay / strategy.damping) * (squares / n - 1)) / 2;
    memory.sigma *= Math.exp(Math.min(0.6, change));
  }

  /** Sorts the losses, moves the mean to the best candidates, and keeps how far it and they are from where it was. */
  private moveMean(): void {
    const { mean, step, order, losses, deviations } = this;
    const { weights } = this.strategy;
    const { data } = this.candidates;
    const n = mean.length;
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort((a, b) => losses[a] - losses[b] || a - b);
    for (let i = 0; i < n; i++) {
      let moved = 0;
      for (let k = 0; k < weights.length; k++) {
        const coordinate = data[order[k] * n + i];
        moved += weights[k] * coordinate;
        deviations[i * weights.length + k] = coordinate - mean[i];
      }
      step[i] = moved - mean[i];
      mean[i] = moved;
    }
    losses.sort();
  }

  /** turned ← V·diag(1/scales)·Vᵀ·step: the step as if the distribution were round. */
  private standardizeStep(): void {
    const { step, turned, vectors, scales } = this;
    const n = step.length;
    turned.fill(0);
    for (let k = 0; k < n; k++) {
      let along = 0;
      for (let i = 0; i < n; i++) along += vectors[k * n + i] * step[i];
      along /= scales[k];
      for (let i = 0; i < n; i++) turned[i] += along * vectors[k * n + i];
    }
  }
}
