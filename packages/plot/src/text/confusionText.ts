import { checkOptions, type Tensor } from "@rushlight/tensor";
import { checkTitles } from "../checks/checkTitles.ts";
import { accuracyText, type Confusion, confusionOf, countText, percentOf } from "../confusion/Confusion.ts";
import type { ConfusionChartOptions } from "../confusion/ConfusionChartOptions.ts";
import { mistakesOf } from "../confusion/mistakesOf.ts";
import { cut, fit, widthOf } from "./fit.ts";
import { painted, TERMINAL_RIGHT, TERMINAL_WRONG } from "./paint.ts";
import type { TextOptions } from "./TextOptions.ts";
import { type TextStyle, textStyle } from "./TextStyle.ts";

/** The most characters of a class in front of its row. */
const NAME_LIMIT = 16;

/**
 * A confusion matrix as a table for a terminal: a row for each actual class, a column for each class it was taken for, and the
 * share of each that was recognised. Ten classes with five digits fit into 80 columns; where there are too many for the
 * terminal, it is a list of the most frequent mistakes, `rows` of them.
 *
 * @param matrix counts of size [C, C], row by actual class
 * @throws as `confusionChart` does, and ArgumentError for options of text that make no sense
 * @example
 * ```ts
 * import { confusionText } from "@rushlight/plot";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(confusionText(tensor([[48, 2], [5, 45]]), { title: "Pets", classes: ["cat", "dog"] }));
 * // Pets
 * // 93.0 % right, 93 of 100
 * //
 * // a row for each class, a column for what it was taken for
 * //       cat   dog   right
 * // cat    48     2  96.0 %
 * // dog     5    45  90.0 %
 * ```
 */
export function confusionText(matrix: Tensor, chart: ConfusionChartOptions, options: TextOptions = {}): string {
  checkOptions("confusionText", chart, ["title", "subtitle", "classes"]);
  checkTitles("confusionText", chart);
  const style = textStyle("confusionText", options);
  const confusion = confusionOf("confusionText", matrix, chart.classes);
  const lines = tableOf(confusion, style) ?? listOf(confusion, style);
  const head = [chart.title, chart.subtitle ?? accuracyText(confusion)].map((line) => cut(line, style.columns));
  return [...head, "", ...lines].map((line) => line.trimEnd()).join("\n");
}

/** The table, if there is room for it. */
function tableOf({ classes, counts, totals }: Confusion, { columns, colours }: TextStyle): string[] | undefined {
  const digits = Math.max(...counts.flat().map((count) => countText(count).length));
  const names = Math.max(...classes.map(widthOf));
  const label = Math.min(names, NAME_LIMIT);
  const head = "right";
  const shares = totals.map((total, i) => percentOf(counts[i][i], total));
  const width = Math.max(head.length, ...shares.map(widthOf));
  const room = columns - label - width - 2;
  const least = Math.max(digits, Math.min(names, 3)) + 1;
  const cell = Math.min(Math.max(least, names + 1, 6), Math.floor(room / classes.length));
  if (cell < least) return undefined;
  const heading = " ".repeat(label) + classes.map((name) => ` ${fit(name, cell - 1, "right")}`).join("");
  const shareHead = `  ${head.padStart(width)}`;
  const rows = counts.map((row, i) => {
    const cells = row.map((count, j) => {
      const text = (count === 0 ? "." : countText(count)).padStart(cell);
      return painted(text, count === 0 ? undefined : i === j ? TERMINAL_RIGHT : TERMINAL_WRONG, colours);
    });
    return `${fit(classes[i], label)}${cells.join("")}  ${shares[i].padStart(width)}`;
  });
  return [cut("a row for each class, a column for what it was taken for", columns), heading + shareHead, ...rows];
}

function listOf(confusion: Confusion, { columns, rows }: TextStyle): string[] {
  const mistakes = mistakesOf(confusion);
  const shown = mistakes.slice(0, rows).map((mistake) => cut(mistake, columns));
  const rest = mistakes.length - shown.length;
  return rest > 0 ? [...shown, cut(`and ${rest} more kinds of mistakes`, columns)] : shown;
}
