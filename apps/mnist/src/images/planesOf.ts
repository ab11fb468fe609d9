import { areaAverage, type RowSource } from "./areaAverage.ts";
import type { Plane } from "./Plane.ts";
import type { RawImage } from "./RawImage.ts";

/**
 * The channels of an image as numbers from 0 to 255, averaged over areas where it is larger than wanted. With opacity,
 * colours are multiplied by it, so that what is transparent has no colour, and the last plane is the opacity.
 *
 * @param longest the most pixels that the long side of the planes has
 */
export function planesOf(image: RawImage, longest: number): readonly Plane[] {
  const shrink = Math.max(1, Math.max(image.width, image.height) / longest);
  const width = Math.max(1, Math.round(image.width / shrink));
  const height = Math.max(1, Math.round(image.height / shrink));
  const raster = { width, height, xStep: image.width / width, yStep: image.height / height };
  const box = { left: 0, top: 0, width: image.width, height: image.height };
  return Array.from({ length: image.channels }, (_, channel) => areaAverage(rowsOf(image, channel), box, raster));
}

function rowsOf({ width, channels, data }: RawImage, channel: number): RowSource {
  const opacity = channels === 2 || channels === 4 ? channels - 1 : channel;
  return {
    width,
    readRow(y, row) {
      let pixel = y * width * channels;
      for (let x = 0; x < width; x++, pixel += channels) {
        const value = data[pixel + channel];
        row[x] = channel === opacity ? value : (value * data[pixel + opacity]) / 255;
      }
    },
  };
}
