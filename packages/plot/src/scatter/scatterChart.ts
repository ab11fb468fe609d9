import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkAxis } from "../axes/checkAxis.ts";
import type { Chart } from "../chart/Chart.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { checkExtent } from "../checks/checkExtent.ts";
import { checkNames, checkTitles } from "../checks/checkTitles.ts";
import { checkGroups } from "../series/checkGroups.ts";
import { checkAllSeries } from "../series/checkSeries.ts";
import { describeScatter } from "./describeScatter.ts";
import type { ScatterChartOptions } from "./ScatterChartOptions.ts";
import { scatterSpec } from "./scatterSpec.ts";

const NAMES = ["title", "subtitle", "x", "y", "points", "curves", "diagonal", "width", "height"];

/**
 * Points on two axes, with curves through them: data and the function that was fitted, or predicted against true values with
 * the diagonal. Groups differ in colour and shape, curves in colour and dash.
 *
 * Points without a place on the axes are left out, as in {@link lineChart}. Of a group with more than 5,000 points, those that lie
 * practically on each other are drawn once, and 5,000 at most.
 *
 * @throws ArgumentError for options that do not exist or make no sense, naming the group and the point
 * @example
 * ```ts
 * import { scatterChart } from "@rushlight/plot";
 *
 * const chart = scatterChart({
 *   title: "Fit",
 *   x: { title: "x" },
 *   y: { title: "y" },
 *   points: [{ name: "samples", points: [{ x: 0, y: 0.1 }, { x: 1, y: 0.8 }, { x: 2, y: 4.2 }] }],
 *   curves: [{ name: "network", points: [{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 2, y: 4 }] }],
 * });
 * console.log(chart.description);
 * // Points of y against x. samples: 3 points. Curves. network: 3 points, from 0 to 4.
 * ```
 */
export function scatterChart(options: ScatterChartOptions): Chart {
  checkOptions("scatterChart", options, NAMES);
  const { x, y, points, curves = [], diagonal = false } = options;
  const { width = diagonal ? 380 : 560, height = diagonal ? 380 : 340 } = options;
  checkTitles("scatterChart", options);
  checkAxis("scatterChart: x", x);
  checkAxis("scatterChart: y", y);
  checkGroups("scatterChart: points", points);
  checkAllSeries("scatterChart: curves", curves, 0);
  checkNames(
    "scatterChart: points and curves",
    [...points, ...curves].map(({ name }) => name),
  );
  if (typeof diagonal !== "boolean") {
    throw new ArgumentError(`scatterChart: expected diagonal true or false, got ${shown(diagonal)}`);
  }
  checkExtent("scatterChart: width", width);
  checkExtent("scatterChart: height", height);
  const text = { title: options.title, description: describeScatter(options) };
  return vegaChart(text, (theme) => scatterSpec({ ...options, curves, diagonal, width, height }, theme));
}
