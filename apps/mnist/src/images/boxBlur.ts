import type { Plane } from "./Plane.ts";

/** The mean over the square of 2 · radius + 1 pixels around each pixel; nothing is outside the image. */
export function boxBlur({ width, height, data }: Plane, radius: number): Plane {
  if (radius === 0) return { width, height, data };
  const across = new Float32Array(data.length);
  const blurred = new Float32Array(data.length);
  for (let y = 0; y < height; y++) blurLine(data, across, y * width, 1, width, radius);
  for (let x = 0; x < width; x++) blurLine(across, blurred, x, width, height, radius);
  return { width, height, data: blurred };
}

function blurLine(
  source: Float32Array,
  target: Float32Array,
  first: number,
  stride: number,
  count: number,
  radius: number,
): void {
  let sum = 0;
  for (let i = 0; i < Math.min(radius, count); i++) sum += source[first + i * stride];
  for (let i = 0; i < count; i++) {
    if (i + radius < count) sum += source[first + (i + radius) * stride];
    if (i > radius) sum -= source[first + (i - radius - 1) * stride];
    target[first + i * stride] = sum / (2 * radius + 1);
  }
}
