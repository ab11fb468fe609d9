import { stripVTControlCharacters } from "node:util";
import { oneLine, percent } from "@rushlight/command-line";
import { barText, imageText } from "@rushlight/plot";
import { probabilityBars } from "./probabilityBars.ts";
import type { Reading } from "./Reading.ts";

/** The columns between the picture and the bars. */
const GAP = 3;

/** The least room for bars beside a picture. */
const NARROWEST = 25;

/** What the network sees, and beside it, or below where there is no room, what it makes of that. */
export function readingText(
  { path, seen, digit, probabilities }: Reading,
  options: { readonly columns: number; readonly colours: boolean },
): string {
  const picture = imageText(seen.image, options).split("\n");
  const width = Math.max(...picture.map(widthOf));
  const room = options.columns - width - GAP;
  const isWide = room >= NARROWEST;
  const bars = barText(probabilityBars(probabilities), isWide ? { ...options, columns: room } : options).split("\n");
  const title = `${oneLine(path)}: ${digit}, ${percent(100 * probabilities[digit])}`;
  return `${title}\n\n${isWide ? beside(picture, bars, width) : [...picture, "", ...bars].join("\n")}`;
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
