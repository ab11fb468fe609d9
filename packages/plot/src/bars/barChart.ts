import { ArgumentError, checkOptions } from "@rushlight/tensor";
import { checkAxis } from "../axes/checkAxis.ts";
import type { Chart } from "../chart/Chart.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { checkExtent } from "../checks/checkExtent.ts";
import { checkTitles } from "../checks/checkTitles.ts";
import { shortNumber } from "../series/describeCurve.ts";
import type { BarChartOptions } from "./BarChartOptions.ts";
import { barSpec } from "./barSpec.ts";
import { checkBars } from "./checkBars.ts";

const NAMES = ["title", "subtitle", "x", "bars", "width"];

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
  checkOptions("barChart", options, NAMES);
  checkTitles("barChart", options);
  const { title, x, bars, width = 460 } = options;
  checkAxis("barChart: x", x);
  if (x.scale === "log") throw new ArgumentError('barChart: x: expected a scale with a 0, linear or symlog, got "log"');
  checkBars("barChart", bars);
  checkExtent("barChart: width", width);
  const described = bars.map(({ name, value, error }) => {
    return `${name}: ${shortNumber(value)}${error === undefined ? "" : ` ± ${shortNumber(error)}`}.`;
  });
  const description = [`Bars of ${x.title}.`, ...described].join(" ");
  return vegaChart({ title, description }, (theme) => barSpec({ ...options, width }, theme));
}
