import type { BarChartOptions } from "@rushlight/plot";
import type { FitResult } from "../FitResult.ts";

/** The most inputs that are drawn. */
const BARS = 20;

/** How much the network needs each input. */
export function importanceChart({ problem, importances }: FitResult): BarChartOptions {
  return {
    title: "How much the network needs each input",
    subtitle: `RMSE added when the input of another of the ${problem.heldOutName} is taken`,
    x: { title: `RMSE added (${problem.target})` },
    bars: importances.slice(0, BARS).map(({ input, increase }) => ({ name: input, value: increase })),
  };
}
