import type { Report } from "../run/runGolden.ts";
import { type Counts, count, countByClass } from "./counts.ts";

const columns = [
  ["cases", "cases"],
  ["passed", "passed"],
  ["failed", "failed"],
  ["differs", "differs by decision"],
  ["missing", "not implemented"],
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** The counts as a table, one class a line. */
export function countTable(report: Report): string[] {
  const rows = [...countByClass(report), ["total", count(report.results)] as const];
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const line = (name: string, cells: readonly string[]): string =>
    [name.padEnd(nameWidth), ...cells.map((cell, i) => cell.padStart(columns[i][1].length))].join("  ");
  const head = line(
    "class",
    columns.map(([, title]) => title),
  );
  const lines = rows.map(([name, counts]) =>
    line(
      name,
      columns.map(([key]) => String(counts[key])),
    ),
  );
  const rule = "-".repeat(head.length);
  return [head, rule, ...lines.slice(0, -1), rule, ...lines.slice(-1)];
}
