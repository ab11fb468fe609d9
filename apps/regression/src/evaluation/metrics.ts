/** How far predictions are from the truth. */
export interface Metrics {
  /** The root of the mean squared error. */
  readonly rmse: number;
  /** The mean absolute error. */
  readonly mae: number;
  /** The share of the variance that is explained: 1 − squared error / squared distance from the mean. NaN when that is 0. */
  readonly r2: number;
}

/** The names of the metrics. */
export const metricNames = ["rmse", "mae", "r2"] as const;

/**
 * How far predictions are from the truth.
 *
 * @param rows which ones count, as often as they are named; all when left out
 */
export function metricsOf(truth: Float64Array, predicted: Float64Array, rows?: Int32Array): Metrics {
  const count = rows?.length ?? truth.length;
  let squared = 0;
  let absolute = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const row = rows === undefined ? i : rows[i];
    const error = predicted[row] - truth[row];
    squared += error * error;
    absolute += Math.abs(error);
    sum += truth[row];
  }
  const mean = sum / count;
  let total = 0;
  for (let i = 0; i < count; i++) total += (truth[rows === undefined ? i : rows[i]] - mean) ** 2;
  return {
    rmse: Math.sqrt(squared / count),
    mae: absolute / count,
    r2: total === 0 ? Number.NaN : 1 - squared / total,
  };
}
