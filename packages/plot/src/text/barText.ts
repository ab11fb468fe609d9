import type { BarChartOptions } from "../bars/BarChartOptions.ts";
import { checkBarChart } from "../bars/checkBarChart.ts";
import { shortNumber } from "../series/describeCurve.ts";
import { axisScale } from "./axisScale.ts";
import { cut, fit, widthOf } from "./fit.ts";
import { painted, TERMINAL_SERIES } from "./paint.ts";
import type { TextOptions } from "./TextOptions.ts";
import { type TextStyle, textStyle } from "./TextStyle.ts";

/** Parts of a block, by eighths. */
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/**
 * The bars of a {@link barChart} as text for a terminal, with the same options: name, bar, number and error in each line.
 *
 * @throws ArgumentError as `barChart` does, and for options of text that make no sense
 * @example
 * ```ts
 * import { barText } from "@rushlight/plot";
 *
 * const bars = [{ name: "mean", value: 9.2, error: 0.4 }, { name: "network", value: 3.1 }];
 * console.log(barText({ title: "Error", x: { title: "rmse" }, bars }, { columns: 40 }));
 * // Error
 * // rmse
 * // mean    █████████████████████  9.2 ± 0.4
 * // network ███████▏                     3.1
 * ```
 */
export function barText(chart: BarChartOptions, options: TextOptions = {}): string {
  checkBarChart("barText", chart);
  const style = textStyle("barText", options);
  const { title, x, bars } = chart;
  const { columns, colours, unicode } = style;
  const axis = { ...x, zero: x.zero ?? x.from === undefined };
  const { place, format } = axisScale(
    axis,
    bars.map(({ value }) => value),
    { nice: false },
  );
  const number = (value: number): string =>
    x.format === undefined ? String(shortNumber(value)) : format(value, unicode);
  const numbers = bars.map(({ value, error }) => {
    return number(value) + (error === undefined ? "" : ` ${unicode ? "±" : "+-"} ${number(error)}`);
  });
  const after = Math.min(Math.floor(columns / 3), Math.max(...numbers.map(widthOf)));
  const name = Math.min(Math.floor(columns / 3), Math.max(...bars.map((bar) => widthOf(bar.name))));
  const room = columns - name - after - 3;
  const lines = bars.map((bar, i) => {
    const drawn = barLine(place(0), place(bar.value), room, style);
    const line = painted(drawn, TERMINAL_SERIES[0], colours) + " ".repeat(room - widthOf(drawn));
    return `${fit(bar.name, name)} ${line}  ${fit(numbers[i], after, "right")}`;
  });
  return [cut(title, columns), cut(x.title, columns), ...lines].map((line) => line.trimEnd()).join("\n");
}

/** A bar from one place to another, 0 to 1; to the right, its end is exact to an eighth of a character. */
function barLine(zero: number, end: number, room: number, { unicode }: TextStyle): string {
  const [low, high] = [Math.min(zero, end), Math.max(zero, end)].map((place) => room * Math.min(1, Math.max(0, place)));
  const start = Math.round(low);
  const full = unicode ? "█" : "#";
  if (!unicode || end < zero) return " ".repeat(start) + full.repeat(Math.round(high) - start);
  const eighths = Math.round(8 * (high - start));
  return " ".repeat(start) + full.repeat(Math.max(0, Math.floor(eighths / 8))) + (EIGHTHS[eighths % 8] ?? "");
}
