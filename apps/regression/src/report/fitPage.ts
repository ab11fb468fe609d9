import { count, type Html, htmlCode, htmlFigure, htmlPage, htmlTable, htmlText } from "@rushlight/command-line";
import { barChart, type Chart, histogramGrid, lineChart, scatterChart } from "@rushlight/plot";
import type { MetricEstimates } from "../evaluation/bootstrap.ts";
import { curveChart } from "./charts/curveChart.ts";
import { importanceChart } from "./charts/importanceChart.ts";
import { lossChart } from "./charts/lossChart.ts";
import { predictionChart } from "./charts/predictionChart.ts";
import { residualChart } from "./charts/residualChart.ts";
import { conclusion } from "./comparisonRows.ts";
import { endingText } from "./endingText.ts";
import type { FitResult } from "./FitResult.ts";
import { figure, range, share } from "./figures.ts";
import { inputText } from "./inputText.ts";
import { problemFacts } from "./problemFacts.ts";

/** A fit as a page that can be read without a network. */
export async function fitPage(result: FitResult): Promise<string> {
  const { problem, model, settings, optimizer, record, comparison } = result;
  const curve = curveChart(result);
  const facts = problemFacts(problem, model, settings, optimizer);
  const { excluded, inputs } = model.encoder;
  return htmlPage({
    title: problem.standardised ? `Fit of ${problem.target} in ${problem.name}` : `Fit of ${problem.name}`,
    introduction: `${conclusion(comparison)} All figures are the same again with seed ${settings.seed}.`,
    sections: [
      {
        title: "How good it is",
        body: [
          comparisonTable(result),
          htmlText(
            `RMSE is the root of the mean squared error and MAE the mean absolute error, both in the unit of ${problem.target}; R² is the share of the variance that is explained. Intervals hold 95 % of the values that come of drawing the ${count(comparison.rows.length)} ${problem.heldOutName} anew, with replacement.`,
          ),
          await figureOf(scatterChart(predictionChart(result)), "Predictions on the dashed line would be right."),
          await figureOf(
            histogramGrid(residualChart(result)),
            "Bars right of the middle are predictions that are too high.",
          ),
        ],
      },
      {
        title: "What it has learned",
        body: [
          ...(curve === undefined ? [] : [await figureOf(scatterChart(curve), curveCaption(result))]),
          ...(inputs.length < 2 ? [] : [await figureOf(barChart(importanceChart(result)), importanceCaption)]),
        ],
      },
      {
        title: "How it learned",
        body: [
          htmlText(`${endingText(record)}.`),
          await figureOf(lineChart(lossChart(result)), "Each epoch goes once through the training rows."),
          ...facts.filter(([label]) => label === "network").map(([, text]) => htmlCode(text)),
          factTable(facts.filter(([label]) => label === "training" || label === "seed")),
        ],
      },
      {
        title: "The data",
        body: [
          factTable(facts.filter(([label]) => label === "data" || label === "target" || label === "rows")),
          htmlTable({
            head: ["column", "how it comes to the network"],
            rows: [
              ...inputs.map((input) => [input.name, inputText(input, problem.standardised)]),
              ...excluded.map(({ name, reason }) => [name, `left out: ${reason}`]),
            ],
          }),
        ],
      },
    ],
  });
}

const importanceCaption =
  "An input that the network does not need adds nothing, or less than nothing by chance; inputs that say the same share what they add.";

async function figureOf(chart: Chart, caption: string): Promise<Html> {
  return htmlFigure(await chart.toSvg(), caption);
}

function curveCaption({ model, problem }: FitResult): string {
  if (model.encoder.inputs.length === 1) return `The network at 50 places, and the rows that it learned from.`;
  return `The mean of what the network predicts for the training rows if all had that value, the rest as it is. Points are the rows themselves: where ${problem.target} also follows from other inputs, the curve need not go through their middle.`;
}

function comparisonTable({ comparison: { mean, linear, network, difference } }: FitResult): Html {
  const row = (name: string, { rmse, mae, r2 }: MetricEstimates): readonly string[] => [
    unbroken(name),
    figure(rmse.value),
    unbroken(range(rmse)),
    figure(mae.value),
    unbroken(range(mae)),
    share(r2.value),
    unbroken(`${share(r2.low)} to ${share(r2.high)}`),
  ];
  return htmlTable({
    head: ["", "RMSE", "interval", "MAE", "interval", "R²", "interval"],
    rows: [
      row("mean", mean),
      row("linear least squares", linear),
      row("network", network),
      [unbroken("network − linear"), figure(difference.value), unbroken(range(difference)), "", "", "", ""],
    ],
    align: ["left", "right", "right", "right", "right", "right", "right"],
  });
}

/** Text that stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00A0");
}

function factTable(facts: readonly (readonly [string, string])[]): Html {
  return htmlTable({ rows: facts.map(([label, text]) => [label, text.replaceAll("\n", "; ")]) });
}
