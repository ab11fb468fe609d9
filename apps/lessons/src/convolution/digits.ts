import { TensorDataset } from "@rushlight/data";
import type { LabelledImages } from "@rushlight/data/node";
import type { FloatDType, Tensor } from "@rushlight/tensor";

/** The mean and the standard deviation of all pixels. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** The mean and the standard deviation of bytes. Their sums are whole numbers, so nothing is rounded before the end. */
export function spreadOf(images: Tensor<"uint8">): Spread {
  let sum = 0;
  let squares = 0;
  for (const pixel of images.data) {
    sum += pixel;
    squares += pixel * pixel;
  }
  const count = images.nElement();
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(squares / count - mean * mean) };
}

/**
 * Images as a dataset whose pixels have mean 0 and standard deviation 1, over the whole set. They stay bytes until they
 * get into a batch.
 *
 * @param size of an image in a batch: `[784]` or `[1, 28, 28]`
 */
export function standardised<D extends FloatDType>(
  { images, labels }: LabelledImages,
  size: readonly number[],
  dtype: D,
): TensorDataset<D, "int32"> {
  const { mean, deviation } = spreadOf(images);
  const map = (pixel: number): number => (pixel - mean) / deviation;
  return new TensorDataset(images.view(images.size(0), ...size), labels, {
    dtype,
    map,
  });
}
