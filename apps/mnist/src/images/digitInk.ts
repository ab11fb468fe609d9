import { boxBlur } from "./boxBlur.ts";
import { components } from "./components.ts";
import { noiseOf } from "./noiseOf.ts";
import type { Plane } from "./Plane.ts";
import { quantile } from "./quantile.ts";

/** Ink has to be this many deviations of the noise above the paper. */
const NOISE = 6;

/** The least difference between ink and paper, in levels of 255. */
const LEAST_CONTRAST = 6;

/** Where ink is stronger than this share of a full stroke, there is a stroke. */
const STROKE = 0.35;

/** What is fainter still belongs to a stroke, down to this share, */
const FAINT = 0.12;

/** and as far from it as this share of the long side: an edge that is not sharp, but no shadow. */
const REACH = 0.04;

/** What has less than this share of the ink of the largest part is a speck. */
const SPECK = 0.04;

/** How many pixels of the long side go on one pixel of blur: enough to tell a thin line from noise. */
const BLUR = 250;

/**
 * The ink of the digit alone, from 0 for paper to 1 for a full stroke: without noise, and without specks far smaller
 * than the digit.
 *
 * @returns undefined when there is no ink
 */
export function digitInk(strength: Plane): Plane | undefined {
  const { width, height, data } = strength;
  const radius = Math.round(Math.max(width, height) / BLUR);
  const smooth = boxBlur(strength, radius);
  const floor = Math.max(LEAST_CONTRAST / (2 * radius + 1), NOISE * noiseOf(smooth, 2 * radius + 2));
  const usual = fullStroke(smooth.data, floor);
  const strong = Math.max(floor, STROKE * usual);
  const stroke = largeParts(smooth, strong);
  if (stroke.length === 0) return undefined;

  const values = Float32Array.from(stroke, (pixel) => data[pixel]);
  const full = Math.max(strong, quantile(values, 0.9));
  const faint = Math.max(floor, FAINT * usual);
  const paper = Math.min(full / 2, 3 * noiseOf(strength, 2));
  const near = grown(stroke, width, height, Math.ceil(REACH * Math.max(width, height)));
  const ink = data.map((value, pixel) =>
    near[pixel] === 1 && smooth.data[pixel] > faint && value > paper ? Math.min(1, value / full) : 0,
  );
  return { width, height, data: ink };
}

/** The pixels above a threshold, without specks. */
function largeParts(smooth: Plane, threshold: number): readonly number[] {
  const parts = components(smooth, threshold).map((pixels) => ({
    pixels,
    mass: pixels.reduce((sum, pixel) => sum + smooth.data[pixel], 0),
  }));
  const largest = parts.reduce((most, { mass }) => Math.max(most, mass), 0);
  return parts.filter(({ mass }) => mass >= SPECK * largest).flatMap(({ pixels }) => pixels);
}

/** How strong ink usually is where it is strongest: a few dark specks do not count. */
function fullStroke(data: Float32Array, floor: number): number {
  const most = data.reduce((a, b) => Math.max(a, b), 0);
  return quantile(
    data.filter((value) => value > Math.max(floor, 0.15 * most)),
    0.9,
  );
}

/** 1 at the pixels and at all that are at most `radius` away from one, across and down. */
function grown(pixels: readonly number[], width: number, height: number, radius: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const pixel of pixels) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const left = Math.max(0, x - radius);
    const right = Math.min(width - 1, x + radius);
    for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
      mask.fill(1, v * width + left, v * width + right + 1);
    }
  }
  return mask;
}
