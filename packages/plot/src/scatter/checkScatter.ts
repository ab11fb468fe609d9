import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkAxis } from "../axes/checkAxis.ts";
import { checkExtents } from "../checks/checkExtents.ts";
import { checkNames, checkTitles } from "../checks/checkTitles.ts";
import { checkGroups } from "../series/checkGroups.ts";
import { checkAllSeries } from "../series/checkSeries.ts";
import type { ScatterChartOptions } from "./ScatterChartOptions.ts";

const NAMES = ["title", "subtitle", "x", "y", "points", "curves", "diagonal", "width", "height"];

/**
 * Checks what a chart of points is to show.
 *
 * @param owner what messages call the function
 * @throws ArgumentError for what does not exist or makes no sense
 */
export function checkScatter(owner: string, options: ScatterChartOptions): void {
  checkOptions(owner, options, NAMES);
  checkTitles(owner, options);
  const { x, y, points, curves = [], diagonal = false } = options;
  checkAxis(`${owner}: x`, x);
  checkAxis(`${owner}: y`, y);
  checkGroups(`${owner}: points`, points);
  checkAllSeries(`${owner}: curves`, curves, 0);
  checkNames(
    `${owner}: points and curves`,
    [...points, ...curves].map(({ name }) => name),
  );
  if (typeof diagonal !== "boolean") {
    throw new ArgumentError(`${owner}: expected diagonal true or false, got ${shown(diagonal)}`);
  }
  checkExtents(owner, options);
}
