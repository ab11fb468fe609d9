import { Breather, count } from "@rushlight/command-line";
import { DataError } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import { imageGridText } from "@rushlight/plot";
import { digitDataset } from "../../digits/digits.ts";
import { predictions } from "../../digits/predictions.ts";
import { loadModel } from "../../model/SavedModel.ts";
import { models } from "../../networks/models.ts";
import { digitsChart } from "../../pages/charts.ts";
import { mistakesIn } from "../../pages/Mistakes.ts";
import type { Picture } from "./Picture.ts";
import type { ShowOptions } from "./ShowOptions.ts";

/** The most digits that are drawn as text. */
const MOST_IN_TEXT = 8;

/** Digits that a network takes for others, those it is surest of first. */
export async function mistakesPicture({ from, set, digit, count: most, data }: ShowOptions): Promise<Picture> {
  const { description, network } = loadModel(from);
  const digits = loadMnist(data === undefined ? {} : { folder: data })[set];
  const dataset = digitDataset(digits, models[description.model].input);
  const predicted = await predictions(network, dataset, new Breather());
  const wanted =
    digit === undefined ? predicted : { ...predicted, digits: onlyOf(digit, predicted.digits, digits.labels.data) };
  const { count: all, images, labels, predictions: taken, positions } = mistakesIn(digits, wanted, most);
  if (images === undefined) throw new DataError(`${from}: takes no digit of the set for another: nothing to show`);
  const caption = `${count(labels.length)} of ${count(all)} digits that the network takes for others`;
  const few = Math.min(labels.length, MOST_IN_TEXT);
  return {
    caption,
    chart: digitsChart(images, { title: caption, labels, predictions: taken }),
    text: (options) =>
      imageGridText(
        images.narrow(0, 0, few),
        { title: caption, labels: labels.slice(0, few), predictions: taken.slice(0, few), range: [0, 255] },
        options,
      ),
    facts: { set, mistakes: all, positions, labels, predictions: taken },
  };
}

/** Predictions in which every digit but one counts as recognised. */
function onlyOf(digit: number, predicted: Int32Array, labels: ArrayLike<number>): Int32Array {
  return predicted.map((taken, i) => (labels[i] === digit ? taken : labels[i]));
}
