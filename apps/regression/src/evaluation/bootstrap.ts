import { Generator } from "@rushlight/tensor";
import { type Metrics, metricNames, metricsOf } from "./metrics.ts";

/** A figure, and where it lies with 95 % confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Metrics with their intervals. */
export type MetricEstimates = Readonly<Record<keyof Metrics, Estimate>>;

/** The metrics of predictions for all rows, and for samples of them. */
export interface ResampledMetrics {
  readonly all: Metrics;
  readonly samples: readonly Metrics[];
}

const SAMPLES = 2000;
const FEWEST_SAMPLES = 200;
/** The most rows that are drawn in all: with many rows, intervals are narrow and fewer samples do. */
const MOST_DRAWS = 2 ** 23;

/**
 * The metrics of several predictions for the same rows, for the bootstrap: samples of as many rows are drawn with replacement, the
 * same for all predictions, so that differences may be taken.
 */
export function resample(
  truth: Float64Array,
  predictions: readonly Float64Array[],
  seed: number,
): readonly ResampledMetrics[] {
  const generator = new Generator(seed);
  const rows = new Int32Array(truth.length);
  const count = Math.min(SAMPLES, Math.max(FEWEST_SAMPLES, Math.floor(MOST_DRAWS / rows.length)));
  const samples: Metrics[][] = predictions.map(() => []);
  for (let sample = 0; sample < count; sample++) {
    for (let i = 0; i < rows.length; i++) rows[i] = generator.random(rows.length);
    predictions.forEach((predicted, i) => {
      samples[i].push(metricsOf(truth, predicted, rows));
    });
  }
  return predictions.map((predicted, i) => ({ all: metricsOf(truth, predicted), samples: samples[i] }));
}

/** Metrics with percentile intervals. */
export function estimates({ all, samples }: ResampledMetrics): MetricEstimates {
  const [rmse, mae, r2] = metricNames.map((name) =>
    interval(
      all[name],
      samples.map((sample) => sample[name]),
    ),
  );
  return { rmse, mae, r2 };
}

/** How much larger the root mean squared error of some predictions is than that of others, with a percentile interval. */
export function difference(some: ResampledMetrics, others: ResampledMetrics): Estimate {
  const differences = some.samples.map(({ rmse }, sample) => rmse - others.samples[sample].rmse);
  return interval(some.all.rmse - others.all.rmse, differences);
}

/** The number below which a share of sorted numbers lies, between two of them in proportion; NaN of none. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted.length === 0 ? Number.NaN : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

function interval(value: number, samples: readonly number[]): Estimate {
  const sorted = Float64Array.from(samples.filter((sample) => !Number.isNaN(sample))).sort();
  return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}
