import type { TableInput } from "@rushlight/data/csv";
import { figure } from "./figures.ts";

/** How a column comes to the network, in words. */
export function inputText(input: TableInput, standardised: boolean): string {
  const missing = input.missing ? "; another input tells which are missing" : "";
  if (input.type === "text") {
    const other = input.other ? ", and one for all others" : "";
    return `an input for each of ${input.categories.join(", ")}${other}${missing}`;
  }
  if (!standardised) return `as it is${missing}`;
  if (input.deviation === 0) return `the same number in all rows: tells the network nothing${missing}`;
  return `number with mean ${figure(input.mean)} and deviation ${figure(input.deviation)}, taken to 0 and 1${missing}`;
}
