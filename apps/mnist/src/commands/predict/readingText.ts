import { stripVTControlCharacters } from "node:util";
import { percent } from "@rushlight/command-line";
import { barText, imageText } from "@rushlight/plot";
import { probabilityBars } from "./probabilityBars.ts";
import type { Reading } from "./Reading.ts";

/** The columns between the picture and the bars. */
const GAP = 3;

/** What the network sees, and beside it what it makes of that. */
export function readingText(
  { path, seen, digit, probabilities }: Reading,
  options: { readonly columns: number; readonly colours: boolean },
): string {
  const picture = imageText(seen.image, options).split("\n");
  const width = Math.max(...picture.map(widthOf));
  const bars = barText(probabilityBars(probabilities), { ...options, columns: options.columns - width - GAP });
  const title = `${path}: ${digit}, ${percent(100 * probabilities[digit])}`;
  return `${title}\n\n${beside(picture, bars.split("\n"), width)}`;
}

/** Lines beside lines. */
function beside(left: readonly string[], right: readonly string[], width: number): string {
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const line = left[i] ?? "";
    const padding = " ".repeat(width - widthOf(line) + GAP);
    return `${line}${padding}${right[i] ?? ""}`.trimEnd();
  });
  return lines.join("\n");
}

function widthOf(line: string): number {
  return stripVTControlCharacters(line).length;
}
