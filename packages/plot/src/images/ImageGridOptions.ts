import type { PixelRange } from "./greyBitmap.ts";
import type { Labels } from "./labelsOf.ts";

/** Options of {@link imageGrid}. */
export interface ImageGridOptions {
  /** What stands above it. */
  title: string;
  /** A smaller line below the title; default: how to read the text below images, if they have predictions. */
  subtitle?: string;
  /** What each image shows; default none. */
  labels?: Labels;
  /** What each image was taken for; default none. With labels, right and wrong ones have signs and colours of their own. */
  predictions?: Labels;
  /** Images in a row; default: as many as fit in about 680 pixels, 10 at most. */
  columns?: number;
  /** The numbers drawn black and white, `[low, high]`; default: the least and the largest of all images. */
  range?: PixelRange;
  /** Pixels of the chart for one of an image, a whole number; default: so that the longer side has about 56. */
  zoom?: number;
}
