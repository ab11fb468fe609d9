/**
 * The numbers of an axis that is logarithmic away from 0: 0 and powers of ten on both sides, of many decades only some.
 * Undefined for an axis within a decade of 0, which is nearly linear.
 */
export function symlogTicks([from, to]: readonly [number, number], count: number): number[] | undefined {
  const decades = Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(to))));
  if (decades < 2) return undefined;
  const sides = Number(from < 0) + Number(to > 0);
  const step = Math.max(1, Math.ceil((decades * sides) / Math.max(1, count)));
  const powers = Array.from({ length: Math.floor(decades / step) }, (_, i) => 10 ** ((i + 1) * step));
  const ticks = [...powers.map((power) => -power).reverse(), 0, ...powers];
  return ticks.filter((tick) => tick >= from && tick <= to);
}
