import stringWidth from "string-width";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How many columns of a terminal a text takes; colours take none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Text on one line, without what a terminal would obey, cut to a number of columns with dots at its end. */
export function cut(text: string, columns: number): string {
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  if (widthOf(plain) <= columns) return plain;
  const dots = ".".repeat(Math.min(2, columns));
  let kept = "";
  for (const { segment } of graphemes.segment(plain)) {
    if (widthOf(kept + segment) > columns - dots.length) break;
    kept += segment;
  }
  return kept + dots;
}

/** Text cut to a number of columns and filled up to them, on the left or, for numbers, before it. */
export function fit(text: string, columns: number, align: "left" | "right" = "left"): string {
  const shown = cut(text, columns);
  const blank = " ".repeat(Math.max(0, columns - widthOf(shown)));
  return align === "left" ? shown + blank : blank + shown;
}

/** Words in lines of at most so many columns; what is longer than a line is cut. */
export function flow(words: readonly string[], columns: number, between: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : line + between + word;
    if (line !== "" && widthOf(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
