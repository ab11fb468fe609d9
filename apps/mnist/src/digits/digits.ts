import { TensorDataset } from "@rushlight/data";
import type { LabelledImages } from "@rushlight/data/node";

/** The classes: the digits from 0 to 9. */
export const CLASSES = 10;

/** The width and the height of an image. */
export const IMAGE = 28;

/** The pixels of an image. */
export const PIXELS: number = IMAGE * IMAGE;

const MEAN = 0.1307;
const STANDARD_DEVIATION = 0.3081;

/** A byte as the network sees it: on a scale from 0 to 1, then with the mean and the deviation of MNIST taken out. */
export function normalise(pixel: number): number {
  return (pixel / 255 - MEAN) / STANDARD_DEVIATION;
}

/**
 * Images with their classes. The bytes stay bytes; they become numbers on their way into a batch.
 *
 * @param size of an image: `[784]` for a row of pixels, `[1, 28, 28]` for a plane
 */
export function digitDataset(
  { images, labels }: LabelledImages,
  size: readonly number[],
): TensorDataset<"float32", "int32"> {
  const samples = images.view(images.size(0), ...size);
  return new TensorDataset(samples, labels, { dtype: "float32", map: normalise });
}
