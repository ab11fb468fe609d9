/** Rows of cells as text in columns, the first to the left and the others to the right. */
export function text(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "))
    .join("\n");
}

/**
 * Rows of cells as a table of Markdown.
 *
 * @param rows the first has the titles
 * @param numbers which columns have numbers, which go to the right
 */
export function markdown(rows: readonly (readonly string[])[], numbers: readonly number[] = []): string {
  const [titles, ...rest] = rows;
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [
    line(titles),
    `|${titles.map((_, i) => (numbers.includes(i) ? "--:|" : "---|")).join("")}`,
    ...rest.map(line),
  ].join("\n");
}
