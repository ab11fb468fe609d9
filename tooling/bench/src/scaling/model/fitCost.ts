/** A step that was measured, and what the model without some cost says of it. */
export interface FittedStep {
  readonly measured: number;
  readonly modelled: number;
  /** How often the cost comes in it. */
  readonly count: number;
}

/**
 * The one cost, not below 0, with which the model comes nearest to the steps that were measured: with the least squares of
 * relative errors. 0 when it comes in none of them.
 */
export function fitCost(steps: readonly FittedStep[]): number {
  const above = steps.reduce(
    (sum, { measured, modelled, count }) => sum + (count * (measured - modelled)) / measured ** 2,
    0,
  );
  const below = steps.reduce((sum, { measured, count }) => sum + (count / measured) ** 2, 0);
  return below === 0 ? 0 : Math.max(0, above / below);
}
