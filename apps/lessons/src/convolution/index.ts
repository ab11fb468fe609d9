import { loadMnist } from "@rushlight/data/node";
import type { AxisOptions, LineChartOptions } from "@rushlight/plot";
import type { Lesson } from "../lesson/Lesson.ts";
import { convolutional } from "./convolutional.ts";
import { spreadOf } from "./digits.ts";
import { perceptron } from "./perceptron.ts";
import type { Course } from "./train.ts";

/** How many steps a point of a curve is the mean of. */
const STRETCH = 10;

/** Lesson C. Its random numbers are NumPy's. */
export const convolution: Lesson = {
  letter: "c",
  name: "convolution",
  title: "Neural networks and CNNs",
  about:
    "a perceptron and a convolutional network on MNIST, with NumPy's random numbers, and what overfitting is",
  dtype: "float64",
  async run(page) {
    page.heading("The digits");
    page.say(`MNIST has 60,000 handwritten digits to learn from, and 10,000 to test with. They are shifted and scaled so that
      all pixels together have mean 0 and standard deviation 1, each set by its own mean and deviation.`);
    const mnist = loadMnist();
    const { mean, deviation } = spreadOf(mnist.train.images);
    page.show(
      "mean and deviation of the training pixels",
      `${mean.toFixed(4)} ${deviation.toFixed(4)}`,
    );
    const hundred = mnist.train.images.narrow(0, 0, 100);
    await page.images(
      "digits",
      "The first hundred training images.",
      hundred,
      {
        title: "MNIST",
        columns: 10,
      },
    );

    const { random, same } = await perceptron(page, mnist);
    const convolved = await convolutional(page, mnist);

    page.heading("The three trainings side by side");
    const curves = {
      "random batches": random,
      "the same batch": same,
      convolutional: convolved,
    };
    await page.lines(
      "loss",
      `The loss on the batches, mean of ${STRETCH} steps.`,
      curvesOf("losses", { title: "loss" }, curves),
    );
    await page.lines(
      "accuracy",
      `The accuracy on the batches, mean of ${STRETCH} steps.`,
      curvesOf("accuracies", { title: "accuracy", format: ".0%" }, curves),
    );
  },
};

function curvesOf(
  what: "losses" | "accuracies",
  y: AxisOptions,
  courses: Readonly<Record<string, Course>>,
): LineChartOptions {
  return {
    title: `The ${y.title} of 400 steps`,
    x: { title: "step" },
    y,
    series: Object.entries(courses).map(([name, course]) => ({
      name,
      points: means(course[what]),
    })),
  };
}

function means(values: readonly number[]): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (let first = 0; first < values.length; first += STRETCH) {
    const stretch = values.slice(first, first + STRETCH);
    const mean =
      stretch.reduce((sum, value) => sum + value, 0) / stretch.length;
    points.push({ x: first + STRETCH / 2, y: mean });
  }
  return points;
}
