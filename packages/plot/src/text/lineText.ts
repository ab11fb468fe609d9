import { fitsAxis } from "../axes/fitsAxis.ts";
import { checkLines } from "../lines/checkLines.ts";
import type { LineChartOptions } from "../lines/LineChartOptions.ts";
import { curveXs, curveYs } from "../series/curveValues.ts";
import { leftOut } from "../series/leftOut.ts";
import { runsOf } from "../series/runsOf.ts";
import { axisScale } from "./axisScale.ts";
import { plotText } from "./plotText.ts";
import type { TextOptions } from "./TextOptions.ts";
import { textStyle } from "./TextStyle.ts";

/**
 * The lines of a {@link lineChart} as text for a terminal, with the same options: title, legend, axes with numbers. Series differ by
 * colour where there are colours, otherwise by character. Bands are left out.
 *
 * @throws ArgumentError as `lineChart` does, and for options of text that make no sense
 * @example
 * ```ts
 * import { lineText } from "@rushlight/plot";
 *
 * const points = [3, 1.5, 0.9, 0.6, 0.5].map((y, i) => ({ x: i + 1, y }));
 * const chart = { title: "Loss", x: { title: "epoch" }, y: { title: "mse", zero: true }, series: [{ name: "test", points }] };
 * console.log(lineText(chart, { columns: 40, rows: 5, unicode: false }));
 * // Loss
 * // mse
 * //   |***
 * // 2 +   ****
 * //   |       *******
 * //   |              ***********************
 * // 0 +
 * //   +-------------------------------------
 * //    1        2        3        4        5
 * //                    epoch
 * ```
 */
export function lineText(chart: LineChartOptions, options: TextOptions = {}): string {
  checkLines("lineText", chart);
  const style = textStyle("lineText", options);
  const { title, x, y, series } = chart;
  const drawable = (point: { x: number; y: number }): boolean => fitsAxis(x, point.x) && fitsAxis(y, point.y);
  const missing = series.flatMap(({ points }) => points).filter((point) => !drawable(point)).length;
  const lines = series.map(({ name, points, marks }) => {
    return { name, runs: runsOf(points, drawable), joined: marks !== "points" };
  });
  const bare = series.map(({ name, points }) => ({ name, points }));
  const xScale = axisScale(x, curveXs(bare), { nice: false, whole: true });
  const yScale = axisScale(y, curveYs(bare), { nice: true });
  return plotText({ title, x, y, xScale, yScale, series: lines, note: leftOut(missing, [x, y]) }, style);
}
