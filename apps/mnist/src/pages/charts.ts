import type * as nn from "@rushlight/nn";
import type { ConfusionMatrix } from "@rushlight/optim";
import { type Chart, confusionChart, imageGrid, lineChart, weightGrid } from "@rushlight/plot";
import type { Tensor } from "@rushlight/tensor";
import { firstLayerWeights } from "../networks/firstLayer.ts";
import type { LossHistory } from "../training/LossHistory.ts";

/** The title of a confusion matrix. */
export const TAKEN_FOR = "What the digits were taken for";

/** The most filters that a picture shows. */
const MOST_FILTERS = 64;

/** The losses of a training, with those on the digits that were held back. */
export function lossChart({ training, validation, stretch }: LossHistory): Chart {
  const points = ({ epoch, loss }: { readonly epoch: number; readonly loss: number }): { x: number; y: number } => ({
    x: epoch,
    y: loss,
  });
  const name = stretch === 1 ? "training, each batch" : `training, mean of ${stretch} batches`;
  return lineChart({
    title: "Loss",
    x: { title: "epoch" },
    y: { title: "cross-entropy", zero: true },
    series: [
      { name, points: training.map(points) },
      ...(validation.length === 0
        ? []
        : [{ name: "validation, after each epoch", points: validation.map(points), marks: "both" as const }]),
    ],
  });
}

/** The share of the digits held back that was recognised after each epoch. */
export function accuracyChart({ validation }: LossHistory): Chart {
  return lineChart({
    title: "Validation accuracy",
    x: { title: "epoch" },
    y: { title: "recognised, in percent" },
    series: [
      {
        name: "validation",
        points: validation.map(({ epoch, accuracy }) => ({ x: epoch, y: accuracy })),
        marks: "both",
      },
    ],
  });
}

/** What each digit was taken for. */
export function takenForChart({ mat }: ConfusionMatrix): Chart {
  return confusionChart(mat, { title: TAKEN_FOR });
}

/** Digits, with what they show, and what they were taken for. */
export function digitsChart(
  images: Tensor<"uint8">,
  captions: { readonly title: string; readonly labels: ArrayLike<number>; readonly predictions?: ArrayLike<number> },
): Chart {
  const { title, labels, predictions } = captions;
  return imageGrid(images, {
    title,
    labels: [...Array.from(labels)],
    ...(predictions === undefined ? {} : { predictions: Array.from(predictions) }),
    range: [0, 255],
  });
}

/** The weights of the first layer, as images. */
export function filtersChart(network: nn.Sequential): Chart {
  const weights = firstLayerWeights(network);
  const shown = Math.min(weights.size(0), MOST_FILTERS);
  const some = shown < weights.size(0) ? `, ${shown} of ${weights.size(0)}` : "";
  return weightGrid(weights.narrow(0, 0, shown), { title: `Weights of the first layer${some}` });
}
