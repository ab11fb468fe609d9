import { checkOptions, type Tensor } from "@rushlight/tensor";
import type { Chart } from "../chart/Chart.ts";
import { vegaChart } from "../chart/vegaChart.ts";
import { checkTitles } from "../checks/checkTitles.ts";
import { accuracyText, confusionOf } from "./Confusion.ts";
import type { ConfusionChartOptions } from "./ConfusionChartOptions.ts";
import { confusionSpec } from "./confusionSpec.ts";
import { describeConfusion } from "./describeConfusion.ts";

/**
 * A confusion matrix: a row for each actual class, a column for each class it was taken for. What is right is on the
 * diagonal in one colour, what is wrong beside it in another, the stronger the larger its share of the row (by its square root,
 * so that rare mistakes can be seen). Right of it, the share of each class that was recognised.
 *
 * @param matrix counts of size [C, C], row by actual class; that of a `ConfusionMatrix` of `@rushlight/optim` is its `mat`
 * @throws ShapeError for a matrix that is not square
 * @throws ArgumentError for counts below 0 or not finite, and options that do not exist or make no sense
 * @example
 * ```ts
 * import { confusionChart } from "@rushlight/plot";
 * import { tensor } from "@rushlight/tensor";
 *
 * const chart = confusionChart(tensor([[48, 2], [5, 45]]), { title: "Pets", classes: ["cat", "dog"] });
 * console.log(chart.description);
 * // 2 classes, 93.0 % right, 93 of 100. Most often: dog taken for cat, 5; cat taken for dog, 2.
 * ```
 */
export function confusionChart(matrix: Tensor, options: ConfusionChartOptions): Chart {
  checkOptions("confusionChart", options, ["title", "subtitle", "classes"]);
  checkTitles("confusionChart", options);
  const { title, classes } = options;
  const confusion = confusionOf("confusionChart", matrix, classes);
  const subtitle = options.subtitle ?? accuracyText(confusion);
  const text = { title, description: describeConfusion(confusion) };
  return vegaChart(text, (theme) => confusionSpec(confusion, { title, subtitle }, theme));
}
