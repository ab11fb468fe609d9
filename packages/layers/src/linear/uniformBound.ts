/** What uniform parameters are drawn from: ± the bound of a standard deviation, or ±1/√count without one. */
export function uniformBound(standardDeviation: number | undefined, count: number): number {
  return standardDeviation === undefined ? 1 / Math.sqrt(count) : standardDeviation * Math.sqrt(3);
}
