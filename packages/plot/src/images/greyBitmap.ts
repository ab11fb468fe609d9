import type { Bitmap } from "./Bitmap.ts";
import type { ImageBatch } from "./ImageBatch.ts";

/** The numbers that are drawn black and white. */
export type PixelRange = readonly [low: number, high: number];

/** An image of a batch in shades of grey, or in colours if it has three channels. What is outside the range is cut to it. */
export function greyBitmap(
  { channels, height, width, values }: ImageBatch,
  index: number,
  [low, high]: PixelRange,
): Bitmap {
  const plane = height * width;
  const first = index * channels * plane;
  const data = new Uint8Array(plane * channels);
  for (let channel = 0; channel < channels; channel++) {
    for (let i = 0; i < plane; i++) {
      const share = ((values[first + channel * plane + i] ?? 0) - low) / (high - low);
      data[i * channels + channel] = Math.round(255 * Math.min(1, Math.max(0, share)));
    }
  }
  return { width, height, channels: channels === 3 ? 3 : 1, data };
}
