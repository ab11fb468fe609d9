const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A whole number with its digits in groups: `60,000`. */
export function count(value: number): string {
  return grouped.format(value);
}

/** A number with what it counts, in the plural unless it is one: `2 threads`. */
export function counted(value: number, what: string): string {
  return `${count(value)} ${value === 1 ? what : `${what}s`}`;
}

/** A loss in six characters unless it is huge: `0.0912`, `12.346`. */
export function loss(value: number): string {
  return value < 10 ? value.toFixed(4) : value.toPrecision(5);
}

/** A percentage with two decimals: `97.45 %`. */
export function percent(value: number): string {
  return `${value.toFixed(2)} %`;
}
