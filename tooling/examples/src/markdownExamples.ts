import type { Example } from "./Example.ts";
import { typescriptFences } from "./fences.ts";

/**
 * Every block of TypeScript in a page of Markdown, under the heading it stands below.
 *
 * @param file the name to give the page
 * @param text the page
 */
export function markdownExamples(file: string, text: string): Example[] {
  const lines = text.split("\n");
  return typescriptFences(lines).map(({ start, code }) => {
    const heading = lines.slice(0, start).findLast((line) => /^#+ /.test(line));
    return { file, line: start + 1, subject: heading?.replace(/^#+ /, "") ?? file, code };
  });
}
