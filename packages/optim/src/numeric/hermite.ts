import type { Polynomial } from "./polynomials.ts";

/** A place, and the value and the slope of a function there. */
export type InterpolationPoint = readonly [x: number, value: number, slope: number];

/**
 * The polynomial of order 2N − 1 that has the values and the slopes of N points: Newton's divided differences, each
 * place taken twice. Its coefficients are not finite when two points have the same place.
 */
export function hermite(points: readonly InterpolationPoint[]): Polynomial {
  const places = points.flatMap(([x]) => [x, x]);
  let differences = points.flatMap(([, value]) => [value, value]);
  const newton = [differences[0]];
  for (let order = 1; order < places.length; order++) {
    differences = differences.slice(1).map((difference, i) => {
      if (order === 1 && i % 2 === 0) return points[i / 2][2];
      return (difference - differences[i]) / (places[i + order] - places[i]);
    });
    newton.push(differences[0]);
  }
  // From the innermost bracket of Newton's form outwards: p ← p·(x − place) + coefficient.
  let polynomial: number[] = [];
  for (let i = newton.length - 1; i >= 0; i--) {
    const lower = [...polynomial, 0].map((coefficient) => coefficient * places[i]);
    polynomial = [newton[i], ...polynomial].map((coefficient, power) => coefficient - lower[power]);
  }
  return polynomial;
}
