import type { CsvType } from "../CsvOptions.ts";
import type { NumberSyntax } from "./NumberSyntax.ts";

/** The share of fields that must be numbers for those that are not to be mistakes. */
const SHARE = 0.9;

/** A column has numbers when at least nine in ten of its fields are numbers, without those that are missing. */
export function typeOf(fields: Iterable<string>, syntax: NumberSyntax, missing: ReadonlySet<string>): CsvType {
  let present = 0;
  let numbers = 0;
  for (const field of fields) {
    if (missing.has(field)) continue;
    present++;
    if (syntax.parse(field) !== undefined) numbers++;
  }
  return numbers >= SHARE * present ? "number" : "text";
}
