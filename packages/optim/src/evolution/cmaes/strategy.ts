/** How fast CMA-ES learns. Names and formulas are those of N. Hansen, "The CMA Evolution Strategy: A Tutorial". */
export interface Strategy {
  /** Weights of the best candidates, the best first. */
  readonly weights: Float64Array;
  /** μ_eff, how many candidates these weights are worth. */
  readonly effective: number;
  /** c_c and c_σ, how fast the two paths forget. */
  readonly covarianceDecay: number;
  readonly sigmaDecay: number;
  /** c_1 and c_μ, the shares of the path and of the candidates in the covariance. */
  readonly pathRate: number;
  readonly candidatesRate: number;
  /** d_σ, how much changes of σ are damped. */
  readonly damping: number;
  /** How many candidates are evaluated, at least, from one decomposition of the covariance to the next. */
  readonly decompositionLag: number;
}

/** The strategy for n parameters and λ candidates in a generation. */
export function strategyFor(n: number, popsize: number): Strategy {
  // Half of an odd number is not rounded in the logarithm, as in Torch.
  const half = popsize / 2;
  const weights = new Float64Array(Math.floor(half)).map((_, i) => Math.log(half + 0.5) - Math.log(i + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) weights[i] /= total;
  const effective = 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
  const sigmaDecay = (effective + 2) / (n + effective + 5);
  const pathRate = 2 / ((n + 1.3) ** 2 + effective);
  const candidatesRate = Math.min(1 - pathRate, (2 * (effective - 2 + 1 / effective)) / ((n + 2) ** 2 + effective));
  return {
    weights,
    effective,
    covarianceDecay: (4 + effective / n) / (n + 4 + (2 * effective) / n),
    sigmaDecay,
    pathRate,
    candidatesRate,
    damping: (2 * effective) / popsize + 0.3 + sigmaDecay,
    decompositionLag: popsize / (pathRate + candidatesRate) / n / 10,
  };
}
