import type { Bitmap } from "../images/Bitmap.ts";
import type { ImageBatch } from "../images/ImageBatch.ts";
import { divergingChannels } from "../themes/diverging.ts";

/** The image of an index in colours that diverge from 0, full at the limit. */
export function divergingBitmap(
  { height, width, values }: Pick<ImageBatch, "height" | "width" | "values">,
  index: number,
  limit: number,
): Bitmap {
  const plane = height * width;
  const data = new Uint8Array(3 * plane);
  for (let i = 0; i < plane; i++) data.set(divergingChannels(values[index * plane + i] / limit), 3 * i);
  return { width, height, channels: 3, data };
}
