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
    if (!isRange(range)) {
      const got = Array.isArray(range) ? `[${range.join(", ")}]` : shown(range);
      throw new ArgumentError(`${owner}: expected a range [low, high], got ${got}`);
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

function isRange(range: unknown): boolean {
  if (!Array.isArray(range) || range.length !== 2 || !range.every(Number.isFinite)) return false;
  return range[0] < range[1];
}
