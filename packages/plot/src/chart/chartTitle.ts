import { wrapped } from "./wrapped.ts";

/** The size of the title, which is bold. */
export const TITLE_SIZE = 15;

/** The size of the lines below it. */
export const SUBTITLE_SIZE = 12;

/** Vega-Lite's title: with a line below it for each text that there is. Long ones go on in further lines. */
export function chartTitle(
  title: string,
  ...below: (string | undefined)[]
): { text: string | string[]; subtitle?: string[] } {
  const lines = wrapped(title, TITLE_SIZE, true);
  const text = lines.length === 1 ? title : lines;
  const subtitle = below.filter((line) => line !== undefined).flatMap((line) => wrapped(line, SUBTITLE_SIZE, false));
  return subtitle.length === 0 ? { text } : { text, subtitle };
}
