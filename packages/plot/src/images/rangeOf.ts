import { ArgumentError, shown } from "@rushlight/tensor";
import type { PixelRange } from "./greyBitmap.ts";
import type { ImageBatch } from "./ImageBatch.ts";

/**
 * The range that is drawn: the one that is wanted, or from the least to the largest number of all images.
 *
 * @throws ArgumentError for a range that is not two finite numbers, the first below the second
 */
export function rangeOf(owner: string, { values }: ImageBatch, range: PixelRange | undefined): PixelRange {
  if (range !== undefined) {
    const [low, high] = Array.isArray(range) ? (range as readonly unknown[]) : [];
    if (!(range.length === 2 && Number.isFinite(low) && Number.isFinite(high) && range[0] < range[1])) {
      throw new ArgumentError(
        `${owner}: expected a range [low, high], got ${Array.isArray(range) ? `[${range.join(", ")}]` : shown(range)}`,
      );
    }
    return range;
  }
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return low < high ? [low, high] : [low, low + 1];
}
