/** A table. The first column is text and lies left, the others are numbers and lie right. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = `| ${heads.map((_, i) => (i === 0 ? "---" : "---:")).join(" | ")} |`;
  return [line(heads), rule, ...rows.map(line)].join("\n");
}

function escaped(cell: string): string {
  return cell.replaceAll("|", "\\|");
}
