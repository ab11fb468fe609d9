import { TensorDataset } from "@rushlight/data";
import type { LabelledImages } from "@rushlight/data/node";

/** The classes: the digits from 0 to 9. */
export const CLASSES = 10;

/** The pixels of an image: 28 × 28. */
export const PIXELS = 784;

const MEAN = 0.1307;
const STANDARD_DEVIATION = 0.3081;

/** A byte as the network sees it: on a scale from 0 to 1, then with the mean and the deviation of MNIST taken out. */
function normalise(pixel: number): number {
  return (pixel / 255 - MEAN) / STANDARD_DEVIATION;
}

/** Images as rows of pixels, with their classes. The bytes stay bytes; they become numbers on their way into a batch. */
export function digitDataset({ images, labels }: LabelledImages): TensorDataset<"float32", "int32"> {
  const rows = images.view(images.size(0), PIXELS);
  return new TensorDataset(rows, labels, { dtype: "float32", map: normalise });
}
