import { checkOptions } from "@rushlight/tensor";
import { checkAxis } from "../axes/checkAxis.ts";
import { checkExtents } from "../checks/checkExtents.ts";
import { checkTitles } from "../checks/checkTitles.ts";
import { checkAllSeries } from "../series/checkSeries.ts";
import type { LineChartOptions } from "./LineChartOptions.ts";

const NAMES = ["title", "subtitle", "x", "y", "series", "width", "height"];

/**
 * Checks what a chart of lines is to show.
 *
 * @param owner what messages call the function
 * @throws ArgumentError for what does not exist or makes no sense
 */
export function checkLines(owner: string, options: LineChartOptions): void {
  checkOptions(owner, options, NAMES);
  checkTitles(owner, options);
  checkAxis(`${owner}: x`, options.x);
  checkAxis(`${owner}: y`, options.y);
  checkAllSeries(`${owner}: series`, options.series);
  checkExtents(owner, options);
}
