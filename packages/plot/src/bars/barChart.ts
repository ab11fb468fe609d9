import type { Chart } from "../chart/Chart.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { shortNumber } from "../series/describeCurve.ts";
import type { BarChartOptions } from "./BarChartOptions.ts";
import { barSpec } from "./barSpec.ts";
import { checkBarChart } from "./checkBarChart.ts";

/**
 * Bars to the right, such as the probabilities of classes or the errors of models: each with its name, its number and, if it has
 * one, a line for its error.
 *
 * @throws ArgumentError for options that do not exist or make no sense, naming the bar
 * @example
 * ```ts
 * import { barChart } from "@rushlight/plot";
 *
 * const chart = barChart({
 *   title: "Error on held-out rows",
 *   x: { title: "root mean square error" },
 *   bars: [{ name: "mean", value: 9.2, error: 0.4 }, { name: "network", value: 3.1, error: 0.2 }],
 * });
 * console.log(chart.description); // Bars of root mean square error. mean: 9.2 ± 0.4. network: 3.1 ± 0.2.
 * ```
 */
export function barChart(options: BarChartOptions): Chart {
  checkBarChart("barChart", options);
  const { title, x, bars, width = 460 } = options;
  const described = bars.map(({ name, value, error }) => {
    return `${name}: ${shortNumber(value)}${error === undefined ? "" : ` ± ${shortNumber(error)}`}.`;
  });
  const description = [`Bars of ${x.title}.`, ...described].join(" ");
  return vegaChart({ title, description }, (theme) => barSpec({ ...options, width }, theme));
}
