import { ArgumentError, checkOptions } from "@rushlight/tensor";
import { checkAxis } from "../axes/checkAxis.ts";
import { checkExtents } from "../checks/checkExtents.ts";
import { checkTitles } from "../checks/checkTitles.ts";
import type { BarChartOptions } from "./BarChartOptions.ts";
import { checkBars } from "./checkBars.ts";

const NAMES = ["title", "subtitle", "x", "bars", "width"];

/**
 * Checks what a chart of bars is to show.
 *
 * @param owner what messages call the function
 * @throws ArgumentError for what does not exist or makes no sense
 */
export function checkBarChart(owner: string, options: BarChartOptions): void {
  checkOptions(owner, options, NAMES);
  checkTitles(owner, options);
  const { x, bars } = options;
  checkAxis(`${owner}: x`, x);
  if (x.scale === "log") throw new ArgumentError(`${owner}: x: expected a scale with a 0, linear or symlog, got "log"`);
  checkBars(owner, bars);
  checkExtents(owner, options);
}
