import type { ScatterChartOptions } from "@rushlight/plot";
import type { FitResult } from "../FitResult.ts";

/** What was predicted for the held-out rows, by what is true. */
export function predictionChart({ problem, comparison }: FitResult): ScatterChartOptions {
  const { truth, predicted } = comparison;
  return {
    title: `Predicted and true ${problem.target}`,
    x: { title: `true ${problem.target}` },
    y: { title: `predicted ${problem.target}` },
    points: [{ name: problem.heldOutName, points: Array.from(truth, (x, i) => ({ x, y: predicted[i] })) }],
    diagonal: true,
  };
}
