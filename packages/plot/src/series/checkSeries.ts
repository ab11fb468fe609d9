import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkList } from "../checks/checkList.ts";
import { checkNames } from "../checks/checkTitles.ts";
import { checkPoints } from "./checkPoints.ts";
import type { LineSeries } from "./LineSeries.ts";

const MARKS = ["line", "points", "both"];

/**
 * Checks series and that each has a name of its own.
 *
 * @param owner what messages call them, such as `lineChart: series`
 * @param least how many there must be
 * @throws ArgumentError for what makes no sense, naming the series and the point
 */
export function checkAllSeries(owner: string, series: readonly LineSeries[], least: 0 | 1 = 1): void {
  checkList(owner, series, least);
  for (const [i, one] of series.entries()) checkSeries(`${owner} ${i}`, one);
  checkNames(
    owner,
    series.map(({ name }) => name),
  );
}

function checkSeries(owner: string, series: LineSeries): void {
  checkOptions(owner, series, ["name", "points", "marks", "dashed", "band"]);
  const { name, points, marks = "line", dashed = false, band = [] } = series;
  const called = `${owner} (${shown(name)})`;
  if (!MARKS.includes(marks))
    throw new ArgumentError(`${called}: expected marks of ${MARKS.join(", ")}, got ${shown(marks)}`);
  if (typeof dashed !== "boolean")
    throw new ArgumentError(`${called}: expected dashed true or false, got ${shown(dashed)}`);
  checkPoints(`${called}: point`, points, ["y"]);
  checkPoints(`${called}: band`, band, ["low", "high"]);
}
