import { fitSurface, type Surface } from "./fitSurface.ts";
import type { Plane } from "./Plane.ts";
import { quantile } from "./quantile.ts";

/** How much of the border, of the shorter side, shows what the paper is like. */
const BORDER = 0.03;

/** A border that is this even, in levels of 255, belongs to paper without shadows. */
const EVEN = 1.5;

/** In tiny images, ink is so large a part of the border that it would pass for a shadow. */
const FEWEST = 80;

/** How many pixels are enough to fit a surface to. */
const SAMPLES = 10_000;

/**
 * The planes without the paper: what is left of each is how far it is from the background, which is one colour where
 * most of the border has one, else a smooth surface.
 */
export function withoutBackground(planes: readonly Plane[]): readonly Plane[] {
  const [{ width, height }] = planes;
  const border = borderPixels(width, height);
  const colour = planes.map(({ data }) =>
    quantile(
      Float32Array.from(border, (i) => data[i]),
      0.5,
    ),
  );
  const even = border.filter((i) => planes.every(({ data }, p) => Math.abs(data[i] - colour[p]) <= EVEN));
  if (even.length >= border.length / 2 || border.length < FEWEST) {
    return planes.map(({ data }, p) => ({ width, height, data: data.map((value) => value - colour[p]) }));
  }
  const stride = Math.max(1, Math.floor(Math.sqrt((width * height) / SAMPLES)));
  const all: number[] = [];
  for (let y = 0; y < height; y += stride) for (let x = 0; x < width; x += stride) all.push(y * width + x);
  const first = fitSurface(planes, thinned(border, SAMPLES / 4));
  return subtracted(planes, fitSurface(planes, all, first));
}

function borderPixels(width: number, height: number): number[] {
  const depth = Math.max(1, Math.round(Math.min(width, height) * BORDER));
  const pixels: number[] = [];
  for (let y = 0; y < height; y++) {
    const isEdgeRow = y < depth || y >= height - depth;
    for (let x = 0; x < width; x++) if (isEdgeRow || x < depth || x >= width - depth) pixels.push(y * width + x);
  }
  return pixels;
}

function thinned(pixels: readonly number[], most: number): readonly number[] {
  const stride = Math.ceil(pixels.length / most);
  return pixels.filter((_, i) => i % stride === 0);
}

function subtracted(planes: readonly Plane[], surface: Surface): readonly Plane[] {
  return planes.map(({ width, height, data }, p) => {
    const rest = new Float32Array(data.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) rest[y * width + x] = data[y * width + x] - surface.at(p, x, y);
    }
    return { width, height, data: rest };
  });
}
