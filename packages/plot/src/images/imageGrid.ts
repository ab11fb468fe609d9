import type { Tensor } from "@rushlight/tensor";
import type { Chart } from "../chart/Chart.ts";
import { chartTitle } from "../chart/chartTitle.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { captionsOf } from "./captionsOf.ts";
import { checkImageGrid } from "./checkImageGrid.ts";
import { describeImages } from "./describeImages.ts";
import { gridLayout } from "./GridLayout.ts";
import { greyBitmap } from "./greyBitmap.ts";
import { imageBatch } from "./ImageBatch.ts";
import type { ImageGridOptions } from "./ImageGridOptions.ts";
import { imageLayers } from "./imageLayers.ts";
import { pngUri } from "./pngUri.ts";
import { rangeOf } from "./rangeOf.ts";
import { captionSpace, textLayers, verdictColour } from "./textLayers.ts";

/**
 * Images in rows, such as digits with their labels and what a network took them for. Pixels stay exact: they are drawn as
 * squares, whatever the size.
 *
 * @param images of size [N, H, W] or [N, 1, H, W] in shades of grey, or [N, 3, H, W] in red, green and blue; 1,000 at most
 * @throws ShapeError for other sizes, and labels that do not fit
 * @throws ArgumentError for options that do not exist or make no sense, and numbers that are not finite
 * @example
 * ```ts
 * import { imageGrid } from "@rushlight/plot";
 * import { rand } from "@rushlight/tensor";
 *
 * const chart = imageGrid(rand(3, 28, 28), { title: "Noise", labels: [7, 2, 1], predictions: [7, 2, 8] });
 * console.log(chart.description); // 3 images of 28 x 28. 2 predictions are right, 1 is wrong: 8, not 1.
 * ```
 */
export function imageGrid(images: Tensor, options: ImageGridOptions): Chart {
  checkImageGrid("imageGrid", options);
  const { title, columns, zoom } = options;
  const batch = imageBatch("imageGrid: images", images, [1, 3]);
  const range = rangeOf("imageGrid: range", batch, options.range);
  const captions = captionsOf("imageGrid", batch.count, options);
  const uris = Array.from({ length: batch.count }, (_, i) => pngUri(greyBitmap(batch, i, range)));
  const layout = gridLayout({
    ...batch,
    columns,
    zoom,
    ...captionSpace(captions),
  });
  const compared = captions.some(({ right }) => right !== undefined);
  const reading = compared ? "below: the prediction, and the label where that is another" : undefined;
  return vegaChart({ title, description: describeImages(batch, captions) }, (theme) => {
    const frames = uris.map((_, i) => {
      const right = captions[i]?.right;
      return { colour: verdictColour(theme, right, theme.axis), strokeWidth: right === undefined ? 1 : 2 };
    });
    return {
      title: chartTitle(title, options.subtitle ?? reading),
      width: layout.width,
      height: layout.height,
      layer: [...imageLayers(uris, frames, layout), ...textLayers(captions, layout, theme)],
    };
  });
}
