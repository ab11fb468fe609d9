/** A polynomial c₀ + c₁·x + c₂·x² + … */
export type Polynomial = readonly number[];

/** The value at a place. */
export function valueAt(polynomial: Polynomial, x: number): number {
  return polynomial.reduceRight((value, coefficient) => value * x + coefficient, 0);
}

/** The derivative. */
export function derivativeOf(polynomial: Polynomial): Polynomial {
  return polynomial.slice(1).map((coefficient, i) => coefficient * (i + 1));
}

/** The polynomial with each coefficient of this magnitude or below set to 0. */
export function withoutTraces(polynomial: Polynomial, magnitude: number): Polynomial {
  return polynomial.map((coefficient) => (Math.abs(coefficient) <= magnitude ? 0 : coefficient));
}

/**
 * The places between two bounds, which count too, where a polynomial changes its sign, or is 0 exactly: its real roots,
 * but for those that it touches without crossing and rounding hides. In rising order, each to the last bit.
 *
 * Between two such places of its derivative a polynomial rises or falls throughout, so that it has one root there or
 * none.
 */
export function rootsBetween(polynomial: Polynomial, from: number, to: number): number[] {
  const degree = polynomial.findLastIndex((coefficient) => coefficient !== 0);
  if (degree < 1) return [];
  const knots = [from, ...rootsBetween(derivativeOf(polynomial.slice(0, degree + 1)), from, to), to];
  const values = knots.map((knot) => valueAt(polynomial, knot));
  const roots = knots.flatMap((knot, i) => {
    if (values[i] === 0) return [knot];
    const crosses = values[i] < 0 ? values[i + 1] > 0 : values[i + 1] < 0;
    return crosses ? [bisect(polynomial, knot, knots[i + 1])] : [];
  });
  return [...new Set(roots)];
}

/** The place where a polynomial crosses 0 between two places of other signs. */
function bisect(polynomial: Polynomial, from: number, to: number): number {
  const rising = valueAt(polynomial, from) < 0;
  let [low, high] = [from, to];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    const value = valueAt(polynomial, middle);
    if (value === 0) return middle;
    if (value < 0 === rising) low = middle;
    else high = middle;
  }
}
