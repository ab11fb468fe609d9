import { count, type HtmlSection, htmlCode, htmlFigure, htmlPage, htmlTable, percent } from "@rushlight/command-line";
import type { LabelledImages } from "@rushlight/data/node";
import type * as nn from "@rushlight/nn";
import type { TrainingSettings } from "../../checkpoint/TrainingSettings.ts";
import type { Predictions } from "../../digits/predictions.ts";
import { accuracyChart, filtersChart, lossChart } from "../../pages/charts.ts";
import { mistakesSection, recognitionSection } from "../../pages/evaluationSections.ts";
import { mistakesIn } from "../../pages/Mistakes.ts";
import { describeTraining } from "./describeTraining.ts";
import type { TrainOutcome } from "./TrainReport.ts";

/** How many mistakes the page shows. */
const MISTAKES = 50;

/** What a page tells of a training. */
export interface TrainPage {
  readonly settings: TrainingSettings;
  readonly network: nn.Sequential;
  readonly test: LabelledImages;
  /** On the test digits. */
  readonly predicted: Predictions;
  readonly outcome: TrainOutcome;
}

/** The files that tell of a training: a page, and its curve of losses alone. */
export async function trainPage(about: TrainPage): Promise<Readonly<Record<"report.html" | "loss.svg", string>>> {
  const { settings, network, test, predicted, outcome } = about;
  const losses = await lossChart(outcome.trainer.history).toSvg();
  const page = htmlPage({
    title: `MNIST: ${percent(outcome.test.accuracy)} of the test digits recognised`,
    introduction: `A network of the kind ${settings.network.model}, trained with ${describeTraining(settings)}, seed ${settings.seed}.`,
    sections: [
      { title: "Results", body: [resultsTable(outcome)] },
      await courseSection(losses, outcome),
      await recognitionSection(outcome.test.confusion),
      await mistakesSection(mistakesIn(test, predicted, MISTAKES)),
      await networkSection(network),
    ],
  });
  return { "report.html": page, "loss.svg": losses };
}

function resultsTable({ trainer, train, test, interrupted }: TrainOutcome): ReturnType<typeof htmlTable> {
  const { progress, bestEpoch } = trainer;
  const kept = bestEpoch === undefined || interrupted ? [] : [["network kept", `that of epoch ${bestEpoch.epoch}`]];
  return htmlTable({
    rows: [
      ["test accuracy", percent(test.accuracy)],
      ["test loss", test.loss.toFixed(4)],
      ["training accuracy", percent(train.accuracy)],
      ["training loss", train.loss.toFixed(4)],
      [
        "epochs",
        `${progress.epochs}${interrupted ? ", interrupted" : ""}${trainer.stoppedEarly ? ", stopped early" : ""}`,
      ],
      ...kept,
      ["training time", `${progress.seconds.toFixed(1)} s`],
      ["speed", `${count(progress.images / progress.seconds)} images/s`],
    ],
    align: ["left", "right"],
  });
}

async function courseSection(losses: string, { trainer }: TrainOutcome): Promise<HtmlSection> {
  const { history } = trainer;
  const caption = "Losses are means over images, so a smaller last batch counts for less.";
  const accuracy =
    history.validation.length === 0
      ? []
      : [htmlFigure(await accuracyChart(history).toSvg(), "On the digits that were held back.")];
  return { title: "The course of the training", body: [htmlFigure(losses, caption), ...accuracy] };
}

async function networkSection(network: nn.Sequential): Promise<HtmlSection> {
  const caption =
    "What each unit of the first layer looks for: bright strokes where the weight is positive, none where it is negative.";
  return {
    title: "The network",
    body: [htmlCode(String(network)), htmlFigure(await filtersChart(network).toSvg(), caption)],
  };
}
