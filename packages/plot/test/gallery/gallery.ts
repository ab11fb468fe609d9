import {
  barChart,
  type Chart,
  confusionChart,
  histogramGrid,
  imageGrid,
  lineChart,
  scatterChart,
  weightGrid,
} from "@rushlight/plot";
import { Generator, tensor } from "@rushlight/tensor";
import { accuracies, fit, lossCurves, prices } from "./curves.ts";
import { digitImages } from "./digits.ts";
import { bell, CONFUSION, filters, rectified } from "./layers.ts";

const epoch = { title: "epoch" };

/** Charts of every kind as people have them, by name: what the documentation shows, and what tests of all charts draw. */
export async function gallery(): Promise<Record<string, Chart>> {
  const generator = new Generator(7);
  const digits = Array.from({ length: 20 }, (_, i) => (7 * i + 3) % 10);
  const predictions = digits.map((digit, i) => (i % 6 === 4 ? (digit + 5) % 10 : digit));
  const images = await digitImages(digits, generator);
  return {
    loss: loss(generator),
    accuracy: lineChart({
      title: "Accuracy on 10,000 test digits",
      x: epoch,
      y: { title: "share that is right", format: ".1%" },
      series: accuracies().map((series) => ({ ...series, marks: "both" as const })),
    }),
    fit: fitted(generator),
    predictions: scatterChart({
      title: "Predicted against true prices",
      x: { title: "true price, thousand dollars" },
      y: { title: "predicted price, thousand dollars" },
      points: [{ name: "held-out rows", points: prices(generator) }],
      diagonal: true,
    }),
    digits: imageGrid(images, { title: "Digits of the test set", labels: digits, predictions }),
    weights: weightGrid(filters(24, 7, generator), { title: "Filters of the first convolution", columns: 8 }),
    confusion: confusionChart(tensor(CONFUSION.map((row) => [...row])), { title: "784-128-10 on the test digits" }),
    histograms: histograms(generator),
    probabilities: barChart({
      title: "What the network makes of this digit",
      x: { title: "probability", format: ".0%", from: 0, to: 1 },
      bars: [0, 0.01, 0.02, 0.08, 0, 0.01, 0, 0.79, 0.01, 0.08].map((value, i) => ({ name: String(i), value })),
    }),
    errors: barChart({
      title: "Error on the held-out rows",
      x: { title: "root mean square error, thousand dollars" },
      bars: [
        { name: "mean of the training rows", value: 92.3, error: 4.1 },
        { name: "linear least squares", value: 48.1, error: 2.9 },
        { name: "network 13-32-32-1", value: 31.7, error: 2.2 },
      ],
    }),
  };
}

function loss(generator: Generator): Chart {
  const { training, validation } = lossCurves(generator);
  return lineChart({
    title: "Loss of a 784-128-10 network",
    x: epoch,
    y: { title: "cross-entropy", scale: "log" },
    series: [
      { name: "training, mean of 20 batches", points: training },
      { name: "validation, after each epoch", points: validation, marks: "both" },
    ],
  });
}

function fitted(generator: Generator): Chart {
  const { samples, network, band, straight } = fit(generator);
  return scatterChart({
    title: "A 1-32-32-1 network on noisy samples",
    x: { title: "x" },
    y: { title: "y" },
    points: [
      { name: "training", points: samples.slice(0, 90) },
      { name: "held out", points: samples.slice(90) },
    ],
    curves: [
      { name: "network, 95 % interval", points: network, band },
      { name: "least squares", points: straight },
    ],
  });
}

function histograms(generator: Generator): Chart {
  return histogramGrid({
    title: "One batch of 64 digits, layer by layer",
    rows: [
      {
        name: "0 Linear(784 -> 128)",
        columns: {
          weight: bell(0.02, generator),
          "weight gradient": bell(0.00004, generator),
          output: bell(0.7, generator, -0.2),
        },
      },
      { name: "1 ReLU", columns: { output: rectified(0.7, generator) } },
      {
        name: "2 Linear(128 -> 10)",
        columns: {
          weight: bell(0.05, generator),
          "weight gradient": bell(0.0021, generator),
          output: bell(1.6, generator, -1),
        },
      },
    ],
  });
}
