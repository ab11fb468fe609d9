const withPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a field is a number, with a point or with a comma. */
export function looksNumeric(field: string): boolean {
  const trimmed = field.trim();
  return withPoint.test(trimmed) || withComma.test(trimmed);
}

/**
 * How numbers are written: digits with at most one decimal sign, a sign before and an exponent behind. No thousands separators,
 * units, hexadecimal digits or names of infinity.
 */
export class NumberSyntax {
  private readonly decimal: "." | ",";

  constructor(decimal: "." | ",") {
    this.decimal = decimal;
  }

  /** The number that a field without outer spaces is, or undefined when it is none or too large for one. */
  parse(field: string): number | undefined {
    if (this.decimal === ".") return withPoint.test(field) ? finite(Number(field)) : undefined;
    return withComma.test(field) ? finite(Number(field.replace(",", "."))) : undefined;
  }

  /** What to say of a field that is no number. */
  advice(field: string): string {
    const other = this.decimal === "." ? "," : ".";
    const number = new NumberSyntax(other).parse(field);
    return number === undefined ? "" : `; with decimal: "${other}" it is ${number}`;
  }
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
