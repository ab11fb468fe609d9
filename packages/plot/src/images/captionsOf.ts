import { type Labels, labelsOf } from "./labelsOf.ts";
import type { Caption } from "./textLayers.ts";

/**
 * The text below images: the prediction, and the label where that is another; or the one of them that there is.
 *
 * @throws ArgumentError or ShapeError for labels that are not one for each image
 */
export function captionsOf(
  owner: string,
  count: number,
  { labels, predictions }: { labels?: Labels; predictions?: Labels },
): Caption[] {
  const actual = labels === undefined ? undefined : labelsOf(`${owner}: labels`, labels, count);
  const chosen = predictions === undefined ? undefined : labelsOf(`${owner}: predictions`, predictions, count);
  if (actual === undefined || chosen === undefined) return (actual ?? chosen ?? []).map((text) => ({ text }));
  return chosen.map((text, i) => {
    const right = text === actual[i];
    return { text: right ? text : `${text}, not ${actual[i]}`, right };
  });
}
