import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkList } from "../checks/checkList.ts";
import { checkNames } from "../checks/checkTitles.ts";
import type { Bar } from "./BarChartOptions.ts";

/**
 * Checks bars and that each has a name of its own.
 *
 * @param owner what messages call the function
 * @throws ArgumentError for what makes no sense, naming the bar
 */
export function checkBars(owner: string, bars: readonly Bar[]): void {
  checkList(`${owner}: bars`, bars, 1);
  for (const [i, bar] of bars.entries()) {
    checkOptions(`${owner}: bar ${i}`, bar, ["name", "value", "error"]);
    const { name, value, error } = bar;
    const called = `${owner}: bar ${i} (${shown(name)})`;
    if (!Number.isFinite(value)) throw new ArgumentError(`${called}: expected a finite value, got ${shown(value)}`);
    if (error !== undefined && !(Number.isFinite(error) && error >= 0)) {
      throw new ArgumentError(`${called}: expected a finite error of 0 or more, got ${shown(error)}`);
    }
  }
  checkNames(
    `${owner}: bar`,
    bars.map(({ name }) => name),
  );
}
