import { fitsAxis } from "../axes/fitsAxis.ts";
import { checkScatter } from "../scatter/checkScatter.ts";
import type { ScatterChartOptions } from "../scatter/ScatterChartOptions.ts";
import { curveXs, curveYs } from "../series/curveValues.ts";
import { leftOut } from "../series/leftOut.ts";
import { runsOf } from "../series/runsOf.ts";
import { axisScale } from "./axisScale.ts";
import { plotText } from "./plotText.ts";
import type { TextOptions } from "./TextOptions.ts";
import { textStyle } from "./TextStyle.ts";

/**
 * The points and curves of a {@link scatterChart} as text for a terminal, with the same options. Bands and the
 * diagonal are left out.
 *
 * @throws ArgumentError as `scatterChart` does, and for options of text that make no sense
 * @example
 * ```ts
 * import { scatterText } from "@rushlight/plot";
 *
 * const points = [[0, 0], [1, 2], [2, 3], [3, 5], [4, 4]].map(([x = 0, y = 0]) => ({ x, y }));
 * const chart = { title: "Fit", x: { title: "x" }, y: { title: "y" }, points: [{ name: "data", points }] };
 * console.log(scatterText(chart, { columns: 40, rows: 6, unicode: false }));
 * // Fit
 * // y
 * //   |                           *
 * // 4 +                                    *
 * //   |                  *
 * // 2 +         *
 * //   |
 * // 0 +*
 * //   +-------------------------------------
 * //    0        1        2        3        4
 * //                      x
 * ```
 */
export function scatterText(chart: ScatterChartOptions, options: TextOptions = {}): string {
  checkScatter("scatterText", chart);
  const style = textStyle("scatterText", options);
  const { title, x, y, points, curves = [] } = chart;
  const drawable = (point: { x: number; y: number }): boolean => fitsAxis(x, point.x) && fitsAxis(y, point.y);
  const missing = points.flatMap((group) => group.points).filter((point) => !drawable(point)).length;
  const all = [
    ...curves.map((curve) => ({ ...curve, joined: curve.marks !== "points" })),
    ...points.map((group) => ({ ...group, joined: false })),
  ];
  const series = all.map(({ name, points: places, joined }) => ({ name, runs: runsOf(places, drawable), joined }));
  const bare = all.map(({ name, points: places }) => ({ name, points: places }));
  const xScale = axisScale(x, curveXs(bare), { nice: true });
  const yScale = axisScale(y, curveYs(bare), { nice: true });
  return plotText({ title, x, y, xScale, yScale, series, note: leftOut(missing, [x, y]) }, style);
}
