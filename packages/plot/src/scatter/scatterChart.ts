import type { Chart } from "../chart/Chart.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { checkScatter } from "./checkScatter.ts";
import { describeScatter } from "./describeScatter.ts";
import type { ScatterChartOptions } from "./ScatterChartOptions.ts";
import { scatterSpec } from "./scatterSpec.ts";

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
  checkScatter("scatterChart", options);
  const { curves = [], diagonal = false } = options;
  const { width = diagonal ? 380 : 560, height = diagonal ? 380 : 340 } = options;
  const text = { title: options.title, description: describeScatter(options) };
  return vegaChart(text, (theme) => scatterSpec({ ...options, curves, diagonal, width, height }, theme));
}
