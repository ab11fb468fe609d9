const LINE_WIDTH = 120;

/** Words or phrases with commas between them, in lines of at most 120 characters. */
export function wrapped(lead: string, items: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = lead;
  for (const [i, item] of items.entries()) {
    const next = i === items.length - 1 ? item : `${item},`;
    const joined = line === "" ? next : `${line} ${next}`;
    if (line !== "" && joined.length > LINE_WIDTH) {
      lines.push(line);
      line = `${indent}${next}`;
    } else {
      line = joined;
    }
  }
  return line === "" ? lines : [...lines, line];
}
