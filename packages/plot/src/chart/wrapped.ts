import { textRoom } from "../svg/interWidths.ts";

/** The most room for a line of a title, in pixels: about that of a chart. */
const LIMIT = 720;

/** A title in lines that have room above a chart; a word that has none stays whole. */
export function wrapped(text: string, size: number, bold: boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textRoom(longer, size, bold) > LIMIT) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
