import { styleText } from "node:util";
import type { ConfusionMatrix } from "@rushlight/optim";

const CELL = 6;

/**
 * A confusion matrix as text of at most 80 columns for ten classes: a row for each digit shown, a column for each digit
 * that it was taken for, and the share of each digit that was recognised.
 *
 * @param colours whether the terminal has colours
 */
export function confusionTable(matrix: ConfusionMatrix, colours: boolean): string {
  const { mat, nclasses } = matrix;
  const classes = Array.from({ length: nclasses }, (_, c) => c);
  const heading = `    ${classes.map((chosen) => String(chosen).padStart(CELL)).join("")}`;
  const rows = classes.map((actual) => {
    const cells = classes.map((chosen) => cell(mat.get(actual, chosen), actual === chosen, colours));
    const total = mat.select(0, actual).sum();
    const share = total === 0 ? "-" : ((100 * mat.get(actual, actual)) / total).toFixed(1);
    return `${String(actual).padStart(4)}${cells.join("")}${share.padStart(8)} %`;
  });
  return [heading, ...rows].join("\n");
}

function cell(count: number, correct: boolean, colours: boolean): string {
  const text = (count === 0 ? "." : String(count)).padStart(CELL);
  if (!colours) return text;
  const format = correct ? "green" : count === 0 ? "dim" : "red";
  return styleText(format, text, { validateStream: false });
}
