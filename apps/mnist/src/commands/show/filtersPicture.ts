import { imageGridText } from "@rushlight/plot";
import { loadModel } from "../../model/SavedModel.ts";
import { firstLayerWeights } from "../../networks/firstLayer.ts";
import { filtersChart } from "../../pages/charts.ts";
import type { Picture } from "./Picture.ts";
import type { ShowOptions } from "./ShowOptions.ts";

/** The most units that are drawn as text. */
const MOST_IN_TEXT = 8;

/** What the first layer of a network looks for. */
export async function filtersPicture({ from }: ShowOptions): Promise<Picture> {
  const { network } = loadModel(from);
  const weights = firstLayerWeights(network);
  const few = Math.min(weights.size(0), MOST_IN_TEXT);
  const caption = `The weights of the first layer, ${network.get(0).describe()}`;
  return {
    caption,
    chart: filtersChart(network),
    text: (options) => imageGridText(weights.narrow(0, 0, few), { title: caption }, options),
    facts: { layer: network.get(0).describe(), size: weights.size() },
  };
}
