/** The lines of a table whose columns are aligned at the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i].length)));
  return [heads, ...rows].map((row) => row.map((cell, i) => cell.padStart(widths[i])).join("  "));
}
