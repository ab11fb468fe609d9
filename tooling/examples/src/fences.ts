/** A fenced block of TypeScript. */
export interface Fence {
  /** The index of its first line of code among the lines. */
  readonly start: number;
  readonly code: string;
}

const opening = /^(\s*)```(?:ts|typescript)\s*$/;

/**
 * Every block between a line of ```` ```ts ```` and a line of ```` ``` ````, its indentation taken off.
 *
 * @throws Error when a block has no end
 */
export function typescriptFences(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const indent = opening.exec(lines[at] ?? "")?.[1];
    if (indent === undefined) continue;
    const start = at + 1;
    const end = lines.findIndex((line, index) => index >= start && line.trim() === "```");
    if (end < 0) throw new Error(`the block that opens on line ${at + 1} is never closed`);
    const code = lines.slice(start, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    fences.push({ start, code: code.join("\n") });
    at = end;
  }
  return fences;
}
