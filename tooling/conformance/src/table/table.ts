import type { Outcome } from "./outcomes.ts";

/** The outcomes of a family on one backend. */
export interface BackendOutcomes {
  readonly backend: string;
  readonly outcomes: readonly Outcome[];
}

/** The checks that have a column of their own: their titles by name. */
const columns: Readonly<Record<string, string>> = {
  inputGradient: "input",
  parameterGradients: "params",
  batching: "batch",
  striding: "strides",
  singlePrecision: "float32",
  sharing: "shared",
};

/**
 * The rows of a table, the first of which has the titles: for each class its number of forms, how many passed the main
 * checks on the first backend, and whether all passed all checks on each.
 */
export function cells(results: readonly BackendOutcomes[]): string[][] {
  const [first] = results;
  const titles = ["class", "forms", ...Object.values(columns), ...results.map(({ backend }) => backend)];
  const rows = first.outcomes.map(({ name, forms, passed }, i) => [
    name,
    String(forms),
    ...Object.keys(columns).map((check) => String(passed.get(check) ?? "-")),
    ...results.map(({ outcomes }) => (outcomes[i].failures.length === 0 ? "ok" : "FAILED")),
  ]);
  return [titles, ...rows];
}

/** The rows as text in columns. */
export function text(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "))
    .join("\n");
}

/** The rows as a table of Markdown. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [titles, ...rest] = rows;
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [line(titles), `|${titles.map((_, i) => (i === 0 ? "---|" : "--:|")).join("")}`, ...rest.map(line)].join("\n");
}
