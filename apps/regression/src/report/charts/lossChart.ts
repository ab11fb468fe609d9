import type { LineChartOptions } from "@rushlight/plot";
import type { FitResult } from "../FitResult.ts";

/** The losses by epoch. */
export function lossChart({ problem, record }: FitResult): LineChartOptions {
  const { history } = record;
  const validated = history.some(({ validation }) => validation !== undefined);
  const unit = problem.standardised ? "squared standard deviations" : `squared units of ${problem.target}`;
  return {
    title: "The loss as the network learns",
    x: { title: "epoch" },
    y: { title: `mean squared error (${unit})`, scale: "log" },
    series: [
      { name: "training", points: history.map(({ epoch, training }) => ({ x: epoch, y: training })) },
      ...(validated
        ? [
            {
              name: "validation",
              points: history.map(({ epoch, validation }) => ({ x: epoch, y: validation ?? Number.NaN })),
            },
          ]
        : []),
    ],
  };
}
