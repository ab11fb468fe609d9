/**
 * Text broken at spaces into lines of at most `width` characters, but for words that are longer.
 *
 * @param hang by how many spaces more than its first line a paragraph goes on
 */
export function wrap(text: string, width: number, hang = 2): string {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, width, hang))
    .join("\n");
}

function wrapLine(line: string, width: number, hang: number): readonly string[] {
  const start = /^ */.exec(line)?.[0] ?? "";
  const indent = start + " ".repeat(hang);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const margin = lines.length === 0 ? start.length : indent.length;
    const last = rest.lastIndexOf(" ", width);
    const space = last > margin ? last : rest.indexOf(" ", Math.max(width, margin));
    if (space === -1) break;
    lines.push(rest.slice(0, space));
    rest = indent + rest.slice(space + 1);
  }
  return [...lines, rest];
}
