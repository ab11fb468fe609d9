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

const RESAMPLES = 2000;
const FEWEST_RESAMPLES = 200;
/** The most rows that are drawn in all: with many rows, intervals are narrow and fewer samples do. */
const MOST_DRAWS = 2 ** 25;

/**
 * Metrics of several predictions for the same rows, with percentile intervals by the bootstrap: samples of as many rows, drawn with
 * replacement, and the same for all predictions, so that differences may be taken.
 */
export class Bootstrap {
  private readonly truth: Float64Array;
  private readonly samples: readonly Int32Array[];

  constructor(truth: Float64Array, seed: number) {
    const generator = new Generator(seed);
    const fitting = Math.floor(MOST_DRAWS / truth.length);
    const length = Math.min(RESAMPLES, Math.max(FEWEST_RESAMPLES, fitting));
    this.truth = truth;
    this.samples = Array.from({ length }, () => {
      return Int32Array.from(truth, () => generator.random(truth.length));
    });
  }

  /** The metrics of predictions. */
  metrics(predicted: Float64Array): MetricEstimates {
    const whole = metricsOf(this.truth, predicted);
    const samples = this.samples.map((rows) => metricsOf(this.truth, predicted, rows));
    const estimate = (name: keyof Metrics): Estimate =>
      interval(
        whole[name],
        samples.map((sample) => sample[name]),
      );
    const [rmse, mae, r2] = metricNames.map(estimate);
    return { rmse, mae, r2 };
  }

  /** How much larger the root mean squared error of some predictions is than that of others. */
  difference(predicted: Float64Array, others: Float64Array): Estimate {
    const between = (rows?: Int32Array): number =>
      metricsOf(this.truth, predicted, rows).rmse - metricsOf(this.truth, others, rows).rmse;
    return interval(between(), this.samples.map(between));
  }
}

function interval(value: number, samples: readonly number[]): Estimate {
  const sorted = Float64Array.from(samples.filter((sample) => !Number.isNaN(sample))).sort();
  return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** The number below which a share of sorted numbers lies, between two of them in proportion; NaN of none. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted.length === 0 ? Number.NaN : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
