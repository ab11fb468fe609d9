import { ArgumentError, shown } from "@rushlight/tensor";
import { hermite, type InterpolationPoint } from "../../numeric/hermite.ts";
import { derivativeOf, rootsBetween, valueAt, withoutTraces } from "../../numeric/polynomials.ts";

/** The lowest place of a polynomial between bounds. */
export interface PolynomialMinimum {
  readonly position: number;
  /** The value there; NaN when no polynomial goes through the points, because two have the same place. */
  readonly value: number;
}

/** Coefficients up to this magnitude are taken for 0. */
const TRACE = 1e-12;

/**
 * The place of the minimum, between bounds, of the polynomial of order 2N − 1 through N points with their slopes.
 * Torch's `optim.polyinterp`.
 *
 * For two points without bounds it is the minimum of their cubic, brought between them; in the middle when the cubic
 * has none. Otherwise it is the lowest of the bounds, the points, and the places where the derivative is 0, as far as
 * they are between the bounds; in the middle of the bounds when there is none. Then coefficients of a magnitude up to
 * 1e-12 count as 0.
 *
 * @param points N places, each with the value and the slope of the function there
 * @param xmin the lower bound; the least place when left out
 * @param xmax the upper bound; the greatest place when left out
 * @throws ArgumentError for points or bounds that make no sense
 * @example
 * ```ts
 * import { polyinterp } from "@rushlight/optim";
 *
 * // Two points of (x - 1)².
 * console.log(polyinterp([[0, 1, -2], [3, 4, 4]])); // { position: 1, value: 0 }
 * console.log(polyinterp([[0, 1, -2], [3, 4, 4]], 2, 5)); // { position: 2, value: 1 }
 * ```
 */
export function polyinterp(points: readonly InterpolationPoint[], xmin?: number, xmax?: number): PolynomialMinimum {
  checkPoints(points);
  const places = points.map(([x]) => x);
  const from = xmin ?? Math.min(...places);
  const to = xmax ?? Math.max(...places);
  if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) {
    throw new ArgumentError(`polyinterp: expected finite bounds, the lower one first, got ${from} and ${to}`);
  }
  if (points.length === 2 && xmin === undefined && xmax === undefined) {
    const position = cubicMinimum(points[0], points[1]);
    return { position, value: valueAt(hermite(points), position) };
  }
  const polynomial = withoutTraces(hermite(points), TRACE);
  const slope = withoutTraces(derivativeOf(polynomial), TRACE);
  const turns = slope.every(Number.isFinite) ? rootsBetween(slope, from, to) : [];
  let position = (from + to) / 2;
  let lowest = Infinity;
  for (const place of [from, to, ...places, ...turns]) {
    const value = valueAt(polynomial, place);
    if (place < from || place > to || !(value < lowest)) continue;
    position = place;
    lowest = value;
  }
  return { position, value: valueAt(polynomial, position) };
}

/** The place of the minimum of a cubic, brought between its points; their middle when there is none. */
function cubicMinimum(one: InterpolationPoint, other: InterpolationPoint): number {
  const [[x1, f1, g1], [x2, f2, g2]] = other[0] < one[0] ? [other, one] : [one, other];
  const d1 = g1 + g2 - (3 * (f1 - f2)) / (x1 - x2);
  const d2 = Math.sqrt(d1 * d1 - g1 * g2);
  const place = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2));
  return Number.isNaN(place) ? (x1 + x2) / 2 : Math.min(Math.max(place, x1), x2);
}

function checkPoints(points: readonly InterpolationPoint[]): void {
  const fits =
    Array.isArray(points) &&
    points.length > 0 &&
    points.every((point) => Array.isArray(point) && point.length === 3 && point.every(Number.isFinite));
  if (!fits) {
    throw new ArgumentError(
      `polyinterp: expected points as [place, value, slope] in finite numbers, got ${shown(points)}`,
    );
  }
}
