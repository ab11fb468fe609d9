import { counted } from "@rushlight/command-line";
import type { MetricEstimates } from "../evaluation/bootstrap.ts";
import type { Comparison } from "../evaluation/compare.ts";
import { figure, range, share } from "./figures.ts";

/** The bootstrap of fewer rows knows too little of those that are not there. */
const FEWEST_ROWS = 20;

/** The titles above {@link comparisonRows}. */
export const comparisonHead: readonly string[] = ["", "RMSE", "95 % interval", "MAE", "R²"];

/** The errors of all that was compared, in cells. */
export function comparisonRows({ mean, linear, network, difference }: Comparison): readonly (readonly string[])[] {
  return [
    metricRow("mean", mean),
    metricRow("linear least squares", linear),
    metricRow("network", network),
    ["network − linear", figure(difference.value), range(difference), "", ""],
  ];
}

/** The errors of something, in cells. */
export function metricRow(name: string, { rmse, mae, r2 }: MetricEstimates): readonly string[] {
  return [name, figure(rmse.value), range(rmse), figure(mae.value), share(r2.value)];
}

/** What the difference says, in a sentence. */
export function conclusion({ rows, difference: { low, high } }: Comparison): string {
  if (rows.length < FEWEST_ROWS) {
    return `${counted(rows.length, "row")} to test with can not tell the network from linear least squares: intervals of fewer than ${FEWEST_ROWS} are too narrow.`;
  }
  if (high < 0) return "The network is better than linear least squares: the interval is below 0.";
  if (low > 0) return "The network is worse than linear least squares: the interval is above 0.";
  return "No clear difference from linear least squares: the interval has 0 in it.";
}
