import { ArgumentError, checkOptions, shown, type Tensor } from "@rushlight/tensor";
import type { Chart } from "../chart/Chart.ts";
import { chartTitle } from "../chart/chartTitle.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { checkText } from "../checks/checkText.ts";
import { checkTitles } from "../checks/checkTitles.ts";
import { captionsOf } from "../images/captionsOf.ts";
import { checkCount } from "../images/checkCount.ts";
import { gridLayout } from "../images/GridLayout.ts";
import { imageBatch } from "../images/ImageBatch.ts";
import { imageLayers } from "../images/imageLayers.ts";
import { pngUri } from "../images/pngUri.ts";
import { captionSpace, textLayers } from "../images/textLayers.ts";
import { divergingBitmap } from "./divergingBitmap.ts";
import { scaleLayer } from "./scaleLayer.ts";
import type { WeightGridOptions } from "./WeightGridOptions.ts";

const NAMES = ["title", "subtitle", "labels", "columns", "limit", "legend", "zoom"];

/**
 * Weights as images, such as the filters of a convolution or the rows of a linear layer on images: blue above 0, orange below, the
 * stronger the larger, white at 0. A scale beside them says how large.
 *
 * @param weights of size [N, H, W], or [N, C, H, W] as the weights of a convolution, which are drawn as N rows of C images
 * @throws ShapeError for other sizes
 * @throws ArgumentError for options that do not exist or make no sense, and weights that are not finite
 * @example
 * ```ts
 * import { weightGrid } from "@rushlight/plot";
 * import { randn } from "@rushlight/tensor";
 *
 * const chart = weightGrid(randn(6, 5, 5), { title: "First layer", limit: 3 });
 * console.log(chart.description); // 6 images of 5 x 5 weights, blue from 0 to 3, orange from 0 to -3.
 * ```
 */
export function weightGrid(weights: Tensor, options: WeightGridOptions): Chart {
  checkOptions("weightGrid", options, NAMES);
  checkTitles("weightGrid", options);
  const { title, subtitle, columns, legend = "weight", zoom } = options;
  checkText("weightGrid: legend", legend);
  checkCount("weightGrid: columns", columns);
  checkCount("weightGrid: zoom", zoom);
  const { count, channels, height, width, values } = imageBatch("weightGrid: weights", weights);
  const limit = options.limit ?? (largest(values) || 1);
  if (!(Number.isFinite(limit) && limit > 0)) {
    throw new ArgumentError(`weightGrid: limit: expected a finite number above 0, got ${shown(limit)}`);
  }
  const images = count * channels;
  const captions = captionsOf("weightGrid", images, options);
  const uris = Array.from({ length: images }, (_, i) => pngUri(divergingBitmap({ height, width, values }, i, limit)));
  const layout = gridLayout({
    count: images,
    width,
    height,
    columns: columns ?? (channels > 1 ? channels : undefined),
    zoom,
    ...captionSpace(captions),
  });
  const extent = Number(limit.toPrecision(3));
  const description = `${images} ${images === 1 ? "image" : "images"} of ${height} x ${width} weights, blue from 0 to ${extent}, orange from 0 to -${extent}.`;
  return vegaChart({ title, description }, (theme) => {
    const frames = uris.map(() => ({ colour: theme.axis, strokeWidth: 1 }));
    return {
      title: chartTitle(title, subtitle),
      width: layout.width,
      height: layout.height,
      layer: [
        ...imageLayers(uris, frames, layout),
        ...textLayers(captions, layout, theme),
        scaleLayer(legend, limit, layout.height),
      ],
    };
  });
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}
