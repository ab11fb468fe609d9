import { ArgumentError, shown } from "@rushlight/tensor";

/** Checks that something is text that is not empty. */
export function checkText(owner: string, text: unknown): void {
  if (typeof text !== "string" || text === "") throw new ArgumentError(`${owner}: expected text, got ${shown(text)}`);
}
