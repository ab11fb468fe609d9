import type { Plane } from "./Plane.ts";

/** The groups of pixels above a threshold that touch, corners included. */
export function components({ width, height, data }: Plane, threshold: number): readonly (readonly number[])[] {
  const seen = new Uint8Array(data.length);
  const found: number[][] = [];
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || !(data[start] > threshold)) continue;
    seen[start] = 1;
    const pixels = [start];
    // The list grows while it is gone through.
    for (let k = 0; k < pixels.length; k++) {
      const pixel = pixels[k];
      const x = pixel % width;
      const y = (pixel - x) / width;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const neighbour = v * width + u;
          if (seen[neighbour] === 1 || !(data[neighbour] > threshold)) continue;
          seen[neighbour] = 1;
          pixels.push(neighbour);
        }
      }
    }
    found.push(pixels);
  }
  return found;
}
