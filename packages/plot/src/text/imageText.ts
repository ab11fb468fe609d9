import { formatSize, isTensor, ShapeError, type Tensor } from "@rushlight/tensor";
import { greyBitmap, type PixelRange } from "../images/greyBitmap.ts";
import { imageBatch } from "../images/ImageBatch.ts";
import { rangeOf } from "../images/rangeOf.ts";
import { pictureLines } from "./pictureLines.ts";
import { shrunk } from "./shrunk.ts";
import type { TextOptions } from "./TextOptions.ts";
import { textStyle } from "./TextStyle.ts";

/** Options of {@link imageText}. */
export interface ImageTextOptions extends TextOptions {
  /** The numbers drawn black and white, `[low, high]`; default: the least and the largest. */
  range?: PixelRange;
}

/**
 * An image as text for a terminal, two rows of pixels in a line: half blocks in colours, or characters from light to dense. One
 * that is wider than the terminal is made smaller.
 *
 * @param image of size [H, W] or [1, H, W] in shades of grey, or [3, H, W] in red, green and blue
 * @throws ShapeError for other sizes
 * @throws ArgumentError for options that do not exist or make no sense, and numbers that are not finite
 * @example
 * ```ts
 * import { imageText } from "@rushlight/plot";
 * import { tensor } from "@rushlight/tensor";
 *
 * const seven = tensor([[1, 1, 1, 1], [0, 0, 0, 1], [0, 0, 1, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 1, 0, 0]]);
 * console.log(imageText(seven));
 * // +++@
 * //   @
 * //  @
 * ```
 */
export function imageText(image: Tensor, options: ImageTextOptions = {}): string {
  const { range, ...text } = options;
  const style = textStyle("imageText", text);
  if (isTensor(image) && image.dim() !== 2 && image.dim() !== 3) {
    throw new ShapeError(
      `imageText: expected an image [H, W], [1, H, W] or [3, H, W], got ${formatSize(image.size())}`,
    );
  }
  const alone = isTensor(image) ? image.contiguous().view(1, ...image.size()) : image;
  const batch = imageBatch("imageText: image in a batch", alone, [1, 3]);
  const bitmap = greyBitmap(batch, 0, rangeOf("imageText: range", batch, range));
  return pictureLines(shrunk(bitmap, style.columns), style)
    .map((line) => line.trimEnd())
    .join("\n");
}
