import { ArgumentError, checkOptions } from "@rushlight/tensor";
import { fixed, scientific } from "../printf/printf.ts";

const notations = ["scientific", "fixed", "shortest"] as const;
const DEFAULT_DIGITS = 4;
const MOST_DIGITS = 20;

/** How a log writes numbers. */
export interface NumberFormat {
  /**
   * `"scientific"` is C's `%e`, 1.2500e-01, and `"fixed"` is C's `%f`, 0.1250; both lose digits. `"shortest"` has as many
   * digits as it takes to read the same number again.
   */
  readonly notation: (typeof notations)[number];
  /** How many digits stand behind the point, from 0 to 20; 4 when left out. `"shortest"` takes none. */
  readonly digits?: number | undefined;
}

/**
 * Checks a format.
 *
 * @param role what messages call it
 * @throws ArgumentError for fields that do not exist, and for values that they do not take
 */
export function checkNumberFormat(role: string, format: NumberFormat): void {
  checkOptions(role, format, ["notation", "digits"]);
  const { notation, digits } = format;
  if (!notations.includes(notation)) {
    throw new ArgumentError(`${role}: expected a notation of ${notations.join(", ")}, got ${String(notation)}`);
  }
  if (digits === undefined) return;
  if (notation === "shortest") throw new ArgumentError(`${role}: expected no digits for shortest, got ${digits}`);
  if (!Number.isInteger(digits) || digits < 0 || digits > MOST_DIGITS) {
    throw new ArgumentError(`${role}: expected from 0 to ${MOST_DIGITS} digits, got ${String(digits)}`);
  }
}

/** A number in a format. What is no finite number is nan, inf and -inf, as in C, and for `"shortest"` as in JavaScript. */
export function formatNumber(value: number, { notation, digits = DEFAULT_DIGITS }: NumberFormat): string {
  if (notation === "scientific") return scientific(value, digits);
  if (notation === "fixed") return fixed(value, digits);
  return Object.is(value, -0) ? "-0" : String(value);
}
