import { count } from "@rushlight/command-line";
import { DataError, SubsetRandomSampler } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import { imageGridText } from "@rushlight/plot";
import { digitsChart } from "../../pages/charts.ts";
import { pick } from "../../pages/Mistakes.ts";
import type { Picture } from "./Picture.ts";
import type { ShowOptions } from "./ShowOptions.ts";

/** The most digits that are drawn as text: three rows of them. */
const MOST_IN_TEXT = 8;

/** Digits of a set, chosen at random. */
export async function digitsPicture({ set, digit, count: most, seed, data }: ShowOptions): Promise<Picture> {
  const { images, labels } = loadMnist(data === undefined ? {} : { folder: data })[set];
  const candidates = [...Array(images.size(0)).keys()].filter((i) => digit === undefined || labels.get(i) === digit);
  if (candidates.length === 0) throw new DataError(`--digit ${digit}: expected one in the set, got none`);
  const positions = [...new SubsetRandomSampler(candidates, { seed })].slice(0, most);
  const shown = pick(images, positions);
  const captions = positions.map((i) => labels.get(i));
  const caption = `${count(positions.length)} of ${count(candidates.length)} digits to ${set} with`;
  const few = Math.min(positions.length, MOST_IN_TEXT);
  return {
    caption,
    chart: digitsChart(shown, { title: caption, labels: captions }),
    text: (options) =>
      imageGridText(
        shown.narrow(0, 0, few),
        { title: caption, labels: captions.slice(0, few), range: [0, 255] },
        options,
      ),
    facts: { set, positions, labels: captions },
  };
}
