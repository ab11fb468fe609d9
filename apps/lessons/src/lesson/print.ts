import type { Tensor } from "@rushlight/tensor";

/** Numbers with so many decimals, one behind the other: `-0.3180 -0.0484`. */
export function decimals(values: Tensor | number, digits = 4): string {
  const numbers = typeof values === "number" ? [values] : [...values.values()];
  return numbers.map((value) => value.toFixed(digits)).join(" ");
}

/** Numbers with all of their digits, one behind the other: `0 0 -0.5`. */
export function shortest(values: Tensor): string {
  // A zero may come out with a minus.
  return [...values.values()].map((value) => String(value + 0)).join(" ");
}

/** The rows of a matrix in parentheses: `(0.9011 0.0143) (0.8167 1.3009)`. */
export function rows(matrix: Tensor, digits = 4): string {
  return [...matrix.slices(0)].map((row) => `(${decimals(row, digits)})`).join(" ");
}

/** A number with so many digits, as C's `%.15g` prints it: zeros at the end are left out. */
export function significant(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

/** A size: `3x2`. */
export function size(tensor: Tensor): string {
  return tensor.size().join("x");
}

/** A share in percent: `88.15 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
