/**
 * How numbers up to a magnitude are written, in d3-format's notation: as they are, very small and very large ones with an
 * exponent. What is left of the point is written in full.
 */
export function numberFormat(magnitude: number, digits: number): string {
  const whole = magnitude < 1 ? 0 : Math.floor(Math.log10(magnitude)) + 1;
  return isPlain(magnitude) ? `.${Math.max(digits, whole)}~g` : `.${digits - 1}~e`;
}

/** The same for the numbers of an axis or a legend: 0 has no exponent among numbers that have. */
export function axisNumbers(magnitude: number, digits: number): { format: string } | { labelExpr: string } {
  const format = numberFormat(magnitude, digits);
  return isPlain(magnitude) ? { format } : { labelExpr: `datum.value === 0 ? "0" : format(datum.value, "${format}")` };
}

/** Whether numbers of a magnitude are written without an exponent. */
export function isPlain(magnitude: number): boolean {
  return magnitude === 0 || (magnitude >= 1e-3 && magnitude < 1e6);
}
