const ordinary = new Intl.NumberFormat("en-US", { minimumSignificantDigits: 4, maximumSignificantDigits: 4 });

/** A measured number in four digits: `276.6`, `4,207`, `1.234e-9`; a dash for none. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e7) ? value.toExponential(3) : ordinary.format(value);
  return text.replace(/^-/, "−");
}

/** A share with three decimals: `0.850`; a dash for none. */
export function share(value: number): string {
  return Number.isFinite(value)
    ? value
        .toFixed(3)
        .replace(/^-(?=.*[1-9])/, "−")
        .replace("-", "")
    : "–";
}

/** Where a figure lies with 95 % confidence: `238.1 to 318.0`. */
export function range({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${figure(low)} to ${figure(high)}`;
}
