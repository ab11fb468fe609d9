import { oneLine, table } from "@rushlight/command-line";
import type { WrittenLesson } from "./WrittenLesson.ts";

const WIDTHS = { figure: 35, expected: 13, got: 13 };

/** The figures of lessons in a table of at most 80 columns; what is too long for it ends in an ellipsis. */
export function figureTable(written: readonly WrittenLesson[]): string {
  const rows = written.flatMap(({ lesson, figures }) =>
    figures.map(({ figure, expected, got, ok }) => [
      lesson.letter.toUpperCase(),
      clipped(figure, WIDTHS.figure),
      clipped(expected, WIDTHS.expected),
      clipped(got, WIDTHS.got),
      ok ? "ok" : "OFF",
    ]),
  );
  return table(rows, { head: ["lesson", "figure", "expected", "got", "ok"] });
}

function clipped(text: string, width: number): string {
  const line = oneLine(text);
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
