import { readFileSync } from "node:fs";
import type { Difference } from "./Difference.ts";

/**
 * The cases in the table of a Markdown page: its first column names them in backquotes.
 *
 * @throws Error for a row that names no case or does not say why
 */
export function readDifferences(path: string): Difference[] {
  return parseDifferences(readFileSync(path, "utf8"), path);
}

/** {@link readDifferences} of a text. */
export function parseDifferences(markdown: string, where: string): Difference[] {
  const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
  // The first two lines of a table are its head and the rule under it.
  return rows.slice(2).map((row) => {
    const [name = "", ...reasons] = row
      .slice(1, row.lastIndexOf("|"))
      .split("|")
      .map((cell) => cell.trim());
    const pattern = /^`([^`/]+\/[^`]+)`$/.exec(name)?.[1];
    if (pattern === undefined) throw new Error(`${where}: expected a case as \`Class/case\` in front, got ${row}`);
    if (reasons.length !== 3 || reasons.includes("")) {
      throw new Error(`${where}: expected what Torch does, what Rushlight does and why for ${pattern}, got ${row}`);
    }
    return { pattern };
  });
}
