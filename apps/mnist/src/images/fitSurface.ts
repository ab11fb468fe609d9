import type { Plane } from "./Plane.ts";
import { quantile } from "./quantile.ts";
import { solve } from "./solve.ts";

/** A smooth function of the place, for each plane. */
export interface Surface {
  at(plane: number, x: number, y: number): number;
}

/** 1, x, y, x², xy, y²: enough for light from one side and for a lens that darkens the corners. */
const TERMS = 6;

const ROUNDS = 8;

/** Differences of this size are noise of the camera, in levels of 255. */
const LEAST_NOISE = 1;

/**
 * Fits a quadratic surface to some pixels of each plane by least squares, repeated with less weight for pixels that lie
 * far off, so that ink does not pull at it.
 *
 * @param start where pixels count as far off from; when left out, the first round weighs all the same
 */
export function fitSurface(planes: readonly Plane[], pixels: readonly number[], start?: Surface): Surface {
  const [{ width, height }] = planes;
  const basis = (x: number, y: number): readonly number[] => {
    const u = (2 * x) / width - 1;
    const v = (2 * y) / height - 1;
    return [1, u, v, u * u, u * v, v * v];
  };
  const rows = pixels.map((i) => basis(i % width, Math.floor(i / width)));
  let surface = start;
  for (let round = 0; round < ROUNDS; round++) {
    const weights = surface === undefined ? rows.map(() => 1) : weightsOf(planes, pixels, surface);
    const coefficients = planes.map(({ data }) => leastSquares(rows, weights, (k) => data[pixels[k]]));
    surface = {
      at: (plane, x, y) => {
        const c = coefficients[plane];
        const u = (2 * x) / width - 1;
        const v = (2 * y) / height - 1;
        return c[0] + u * (c[1] + u * c[3] + v * c[4]) + v * (c[2] + v * c[5]);
      },
    };
  }
  return surface ?? { at: () => 0 };
}

/** Weights after Geman and McClure: near 1 within the usual distance, near 0 far off. */
function weightsOf(planes: readonly Plane[], pixels: readonly number[], surface: Surface): readonly number[] {
  const [{ width }] = planes;
  const distances = Float32Array.from(pixels, (i) =>
    Math.hypot(...planes.map(({ data }, p) => data[i] - surface.at(p, i % width, Math.floor(i / width)))),
  );
  const usual = 2 * Math.max(LEAST_NOISE, quantile(distances.slice(), 0.5));
  return Array.from(distances, (distance) => 1 / (1 + (distance / usual) ** 2) ** 2);
}

function leastSquares(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  value: (k: number) => number,
): readonly number[] {
  const system = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 1));
  for (const [k, row] of rows.entries()) {
    for (let i = 0; i < TERMS; i++) {
      const weighted = weights[k] * row[i];
      for (let j = 0; j < TERMS; j++) system[i][j] += weighted * row[j];
      system[i][TERMS] += weighted * value(k);
    }
  }
  // A trace of ridge: few pixels, as in an image of one row, do not tell all the terms.
  for (let i = 1; i < TERMS; i++) system[i][i] += 1e-6 * rows.length;
  return solve(system);
}
