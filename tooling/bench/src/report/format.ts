/** How wide lines are at most. */
export const WIDTH = 80;

/** A time with three digits and the unit that suits it. */
export function formatTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${threeDigits(milliseconds / 1000)} s`;
  if (milliseconds >= 1) return `${threeDigits(milliseconds)} ms`;
  if (milliseconds >= 1e-3) return `${threeDigits(milliseconds * 1e3)} µs`;
  return `${threeDigits(milliseconds * 1e6)} ns`;
}

/** A number with three digits, or with as many as it has before the point. */
export function threeDigits(value: number): string {
  return value >= 100 || value === 0 ? value.toFixed(0) : value.toPrecision(3);
}

/** Text that fills a column to the left, cut where it is too long. */
export function fit(text: string, width: number): string {
  return (text.length < width ? text : `${text.slice(0, width - 2)}…`).padEnd(width);
}

/** Lines of at most {@link WIDTH} characters, the second and later ones indented by two spaces more than the first. */
export function wrap(text: string, indent = ""): string[] {
  const [first, ...words] = text.split(" ");
  const lines: string[] = [];
  let line = indent + first;
  for (const word of words) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = `${line} ${word}`;
    }
  }
  return [...lines, line];
}
