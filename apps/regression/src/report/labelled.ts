import { wrap } from "@rushlight/command-line";

const LABEL = 11;

/** The label, and lines of text beside it. */
export function labelled(label: string, text: string, columns: number): string {
  const lines = text.split("\n").flatMap((line) => wrap(line, columns - LABEL).split("\n"));
  return lines.map((line, index) => `${(index === 0 ? label : "").padEnd(LABEL)}${line}`).join("\n");
}
