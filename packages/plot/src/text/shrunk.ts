import type { Bitmap } from "../images/Bitmap.ts";

/** A picture of at most a width: each pixel is the mean of a square of pixels. */
export function shrunk(bitmap: Bitmap, limit: number): Bitmap {
  const factor = Math.ceil(bitmap.width / limit);
  if (factor <= 1) return bitmap;
  const [width, height] = [Math.ceil(bitmap.width / factor), Math.ceil(bitmap.height / factor)];
  const data = new Uint8Array(width * height * bitmap.channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < bitmap.channels; channel++) {
        data[(y * width + x) * bitmap.channels + channel] = squareMean(bitmap, { x, y, channel, factor });
      }
    }
  }
  return { width, height, channels: bitmap.channels, data };
}

function squareMean(
  { width, height, channels, data }: Bitmap,
  { x, y, channel, factor }: { x: number; y: number; channel: number; factor: number },
): number {
  let [sum, count] = [0, 0];
  for (let row = y * factor; row < Math.min(height, (y + 1) * factor); row++) {
    for (let column = x * factor; column < Math.min(width, (x + 1) * factor); column++) {
      sum += data[(row * width + column) * channels + channel];
      count++;
    }
  }
  return Math.round(sum / count);
}
