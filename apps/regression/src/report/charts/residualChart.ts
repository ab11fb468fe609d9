import { count } from "@rushlight/command-line";
import type { Histogram, HistogramGridOptions } from "@rushlight/plot";
import type { FitResult } from "../FitResult.ts";

const BINS = 25;

/** How often predictions for the held-out rows are off by how much. */
export function residualChart({ problem, comparison }: FitResult): HistogramGridOptions {
  const { truth, predicted, linearPredicted } = comparison;
  const network = predicted.map((value, i) => value - truth[i]);
  const linear = linearPredicted.map((value, i) => value - truth[i]);
  const furthest = Math.max(reach(network), reach(linear)) || 1;
  const column = `predicted − true ${problem.target}`;
  return {
    title: "How far predictions are off",
    subtitle: `on the ${count(truth.length)} ${problem.heldOutName}`,
    rows: [
      { name: "network", columns: { [column]: histogram(network, furthest) } },
      { name: "linear least squares", columns: { [column]: histogram(linear, furthest) } },
    ],
    width: 380,
  };
}

function reach(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function histogram(values: Float64Array, furthest: number): Histogram {
  const counts = new Float64Array(BINS);
  for (const value of values) {
    const bin = Math.floor((BINS * (value + furthest)) / (2 * furthest));
    counts[Math.min(bin, BINS - 1)]++;
  }
  return { from: -furthest, to: furthest, counts };
}
