import { ArgumentError } from "@rushlight/tensor";
import { formatNumber } from "../NumberFormat.ts";
import { checkCells, readCell } from "./cells.ts";
import type { LogFormat } from "./LogFormat.ts";

const NUMBER_WIDTH = 11;

/** Columns with a tab between them, the names in the first line: as Torch writes them, but with no tab at the end of a line. */
export const tsv: LogFormat = {
  numbers: { notation: "scientific", digits: 4 },
  header: (names) => names.map((name) => checkText(name, "names")).join("\t"),
  row: (names, values, numbers) =>
    values
      .map((value, i) =>
        typeof value === "number"
          ? formatNumber(value, numbers[i]).padStart(NUMBER_WIDTH)
          : checkText(value, `a text for ${names[i]}`),
      )
      .join("\t"),
  parse: (text, source) => {
    const end = text.lastIndexOf("\n") + 1;
    const [header, ...lines] = text.slice(0, end).split("\n").slice(0, -1).map(splitLine);
    const names = withoutEnd(header ?? [], header?.at(-1) === "");
    const rows = lines.map((cells, i) => {
      const row = withoutEnd(cells, cells.length > names.length && cells.at(-1) === "");
      checkCells(source, i + 1, names, row);
      return row.map(readCell);
    });
    return { names, rows, end };
  },
};

function splitLine(line: string): string[] {
  return line.replace(/\r$/, "").split("\t");
}

/** Torch ends each line with a tab. */
function withoutEnd(cells: readonly string[], ends: boolean): readonly string[] {
  return ends ? cells.slice(0, -1) : cells;
}

function checkText(text: string, role: string): string {
  if (!/[\t\r\n]/.test(text)) return text;
  throw new ArgumentError(
    `Logger: expected ${role} without tabs and line ends in tsv, got ${JSON.stringify(text)}; csv and jsonl take them`,
  );
}
