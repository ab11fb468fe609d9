import type { Chart } from "../chart/Chart.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { checkLines } from "./checkLines.ts";
import { describeLines } from "./describeLines.ts";
import type { LineChartOptions } from "./LineChartOptions.ts";
import { lineSpec } from "./lineSpec.ts";

/**
 * Lines over a common axis, such as losses and accuracies over epochs. Series differ in colour and dash, and have a legend
 * if there are two or more.
 *
 * A `y` that is not finite leaves a gap, and so does what is not above 0 on a logarithmic axis; the chart says below its title how
 * many points that are. A point without neighbours is drawn as a dot. Of a line with more than 2,000 points those are drawn that
 * keep its shape and its peaks.
 *
 * @throws ArgumentError for options that do not exist or make no sense, naming the series and the point
 * @example
 * ```ts
 * import { lineChart } from "@rushlight/plot";
 *
 * const chart = lineChart({
 *   title: "Loss",
 *   x: { title: "epoch" },
 *   y: { title: "cross-entropy", scale: "log" },
 *   series: [
 *     { name: "training", points: [{ x: 1, y: 0.52 }, { x: 2, y: 0.3 }, { x: 3, y: 0.21 }] },
 *     { name: "test", points: [{ x: 1, y: 0.55 }, { x: 2, y: 0.36 }, { x: 3, y: 0.33 }], marks: "both" },
 *   ],
 * });
 * console.log(chart.description);
 * // Lines of cross-entropy over epoch. training: 3 points, from 0.52 to 0.21. test: 3 points, from 0.55 to 0.33.
 * ```
 */
export function lineChart(options: LineChartOptions): Chart {
  checkLines("lineChart", options);
  const { width = 560, height = 300 } = options;
  const text = { title: options.title, description: describeLines(options) };
  return vegaChart(text, (theme) => lineSpec({ ...options, width, height }, theme));
}
