import type { Sample, SearchDirection } from "./SearchDirection.ts";

/** What a line search keeps to: look at {@link CgConfig}. */
export interface WolfePowellSettings {
  readonly rho: number;
  readonly sig: number;
  readonly int: number;
  readonly ext: number;
}

/** Where a line search ended. */
export interface WolfePowellResult extends Sample {
  /** How far from the start, in directions. */
  readonly step: number;
  /** Whether it is a point that satisfies the conditions. */
  readonly found: boolean;
}

/**
 * Searches along a line for a point that is low enough and where the slope is small enough, the conditions of Wolfe and
 * Powell: brackets are divided, and steps prolonged, where cubic or quadratic polynomials have their minimum.
 *
 * The names are those of the published algorithm: 1 is the start, 2 the present point, 3 the other end; z1 leads from
 * the start to the present point, z3 from there to the other end.
 *
 * @param start the loss and the slope at the start
 * @param first the first step, in directions
 * @param trials how many evaluations there may be beside that of the first step; when it is no whole number it limits
 *   those that divide a bracket only
 */
export function wolfePowell(
  line: SearchDirection,
  start: Sample,
  first: number,
  trials: number,
  { rho, sig, int, ext }: WolfePowellSettings,
): WolfePowellResult {
  const { loss: f1, slope: d1 } = start;
  let z1 = first;
  let { loss: f2, slope: d2 } = line.move(z1);
  let [f3, d3, z3] = [f1, d1, -z1];
  let left = trials;
  let limit = -1;
  const tooFar = (): boolean => f2 > f1 + z1 * rho * d1 || d2 > -sig * d1;
  const move = (by: number): void => {
    z1 += by;
    ({ loss: f2, slope: d2 } = line.move(by));
    left -= 1;
  };
  const result = (found: boolean): WolfePowellResult => ({ loss: f2, slope: d2, step: z1, found });

  for (;;) {
    while (tooFar() && left > 0) {
      limit = z1;
      let z2 = f2 > f1 ? quadraticStep(f2, f3, d3, z3) : cubicDivision(f2, d2, f3, d3, z3);
      if (!Number.isFinite(z2)) z2 = z3 / 2;
      z2 = Math.max(Math.min(z2, int * z3), (1 - int) * z3);
      z3 -= z2;
      move(z2);
    }
    if (tooFar()) return result(false);
    if (d2 > sig * d1) return result(true);
    if (left === 0) return result(false);
    const z2 = boundedExtension(cubicExtension(f2, d2, f3, d3, z3), z1, z3, limit, int, ext);
    // A count that is not whole passes by 0: without a slope the step would grow forever then, or stand still.
    if (left < 0 && (d1 === 0 || z1 + z2 === z1)) return result(false);
    [f3, d3, z3] = [f2, d2, -z2];
    move(z2);
  }
}

/** From point 2 to the minimum of the parabola through the losses at both points with the slope at point 3. */
function quadraticStep(f2: number, f3: number, d3: number, z3: number): number {
  return z3 - (0.5 * d3 * z3 * z3) / (d3 * z3 + f2 - f3);
}

/** Coefficients of the cubic through both points with their slopes. */
function cubic(f2: number, d2: number, f3: number, d3: number, z3: number): readonly [a: number, b: number] {
  return [(6 * (f2 - f3)) / z3 + 3 * (d2 + d3), 3 * (f3 - f2) - z3 * (d3 + 2 * d2)];
}

/** From point 2 to the minimum of the cubic, between the points. */
function cubicDivision(f2: number, d2: number, f3: number, d3: number, z3: number): number {
  const [a, b] = cubic(f2, d2, f3, d3, z3);
  return (Math.sqrt(b * b - a * d2 * z3 * z3) - b) / a;
}

/** From point 2 to the minimum of the cubic, beyond it. */
function cubicExtension(f2: number, d2: number, f3: number, d3: number, z3: number): number {
  const [a, b] = cubic(f2, d2, f3, d3, z3);
  return (-d2 * z3 * z3) / (b + Math.sqrt(b * b - a * d2 * z3 * z3));
}

/** Keeps a step beyond the present point from being too short, too long, or across a limit; −1 stands for none. */
function boundedExtension(z2: number, z1: number, z3: number, limit: number, int: number, ext: number): number {
  const limited = limit > -0.5;
  if (!Number.isFinite(z2) || z2 < 0) return limited ? (limit - z1) / 2 : z1 * (ext - 1);
  if (limited && z2 + z1 > limit) return (limit - z1) / 2;
  if (!limited && z2 + z1 > z1 * ext) return z1 * (ext - 1);
  if (z2 < -z3 * int) return -z3 * int;
  if (limited && z2 < (limit - z1) * (1 - int)) return (limit - z1) * (1 - int);
  return z2;
}
