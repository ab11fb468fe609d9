import { exponential, fixed } from "./formatNumber.ts";

const SPECIAL_WIDTH = 4;

/**
 * One width and one notation for all numbers of a tensor, chosen from their magnitudes as Torch chooses: whole numbers
 * without point, otherwise four digits after it, with a common scale factor or an exponent where that is needed.
 */
export class NumberFormat {
  /** How many characters each number takes. */
  readonly width: number;
  /** What all numbers are divided by before they are printed; 1 for none. */
  readonly scale: number;
  private readonly notation: "whole" | "fixed" | "exponential";

  /** @param numbers all numbers that are to be printed; infinities and NaN do not count */
  constructor(numbers: Iterable<number>) {
    let whole = true;
    let smallest = Number.POSITIVE_INFINITY;
    let largest = 0;
    let special = false;
    for (const number of numbers) {
      if (!Number.isFinite(number)) {
        special = true;
        continue;
      }
      if (number !== Math.ceil(number)) whole = false;
      smallest = Math.min(smallest, Math.abs(number));
      largest = Math.max(largest, Math.abs(number));
    }
    const least = magnitude(Math.min(smallest, largest));
    const most = magnitude(largest);
    this.scale = 1;
    let width: number;
    if (whole && most <= 9) {
      this.notation = "whole";
      width = most + 1;
    } else if (whole || most - least > 4) {
      this.notation = "exponential";
      width = Math.abs(most) > 99 || Math.abs(least) > 99 ? 12 : 11;
    } else if (most > 5 || most < 0) {
      this.notation = "fixed";
      this.scale = 10 ** (most - 1);
      width = 7;
    } else {
      this.notation = "fixed";
      width = most === 0 ? 7 : most + 6;
    }
    this.width = special ? Math.max(width, SPECIAL_WIDTH) : width;
  }

  /** A number in this format, padded to the width. */
  format(number: number): string {
    const scaled = number / this.scale;
    if (!Number.isFinite(scaled)) return fixed(scaled, 0).padStart(this.width);
    const text =
      this.notation === "whole"
        ? String(scaled)
        : this.notation === "fixed"
          ? fixed(scaled, 4)
          : exponential(scaled, 4);
    return text.padStart(this.width);
  }
}

/** The number of digits before the point; 0 or less for fractions; 1 for zero. */
function magnitude(value: number): number {
  return value === 0 ? 1 : Math.floor(Math.log10(value)) + 1;
}
