import { checkOptions } from "@rushlight/tensor";
import { checkTitles } from "../checks/checkTitles.ts";
import { checkCount } from "./checkCount.ts";
import type { ImageGridOptions } from "./ImageGridOptions.ts";

const NAMES = ["title", "subtitle", "labels", "predictions", "columns", "range", "zoom"];

/**
 * Checks those options of a grid of images that have nothing to do with the images.
 *
 * @param owner what messages call the function
 * @throws ArgumentError for what does not exist or makes no sense
 */
export function checkImageGrid(owner: string, options: ImageGridOptions): void {
  checkOptions(owner, options, NAMES);
  checkTitles(owner, options);
  checkCount(`${owner}: columns`, options.columns);
  checkCount(`${owner}: zoom`, options.zoom);
}
