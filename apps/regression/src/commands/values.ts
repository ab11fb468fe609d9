import { InvalidArgumentError } from "commander";
import { isEncoding } from "../data/isEncoding.ts";

/** Reads marks of missing values, with commas between: the third argument of `.option()`. An empty field is always one. */
export function marks(text: string): readonly string[] {
  return ["", ...text.split(",").map((mark) => mark.trim())];
}

/** Reads a name, and adds it to those that were read before. */
export function anotherName(text: string, names: readonly string[] = []): readonly string[] {
  return [...names, text];
}

/** Reads the name of an encoding. */
export function encoding(text: string): string {
  if (isEncoding(text)) return text;
  throw new InvalidArgumentError("Expected the name of an encoding, as windows-1252.");
}

const delimiters = { comma: ",", semicolon: ";", tab: "\t" } as const;

/** Reads the name of a delimiter. */
export function delimiter(text: string): "," | ";" | "\t" {
  const entry = Object.entries(delimiters).find(([name, sign]) => name === text || sign === text);
  if (entry !== undefined) return entry[1];
  throw new InvalidArgumentError(`Expected ${Object.keys(delimiters).join(", ")}.`);
}
