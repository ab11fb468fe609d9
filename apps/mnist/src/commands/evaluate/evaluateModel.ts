import { Breather, count, htmlPage, htmlText, percent, saveFiles, table } from "@rushlight/command-line";
import { threadsFor } from "@rushlight/command-line/threads";
import { DataLoader } from "@rushlight/data";
import { loadMnist } from "@rushlight/data/node";
import { confusionText } from "@rushlight/plot";
import { digitDataset } from "../../digits/digits.ts";
import { predictions } from "../../digits/predictions.ts";
import { loadModel } from "../../model/SavedModel.ts";
import { models } from "../../networks/models.ts";
import { TAKEN_FOR } from "../../pages/charts.ts";
import { mistakesSection, recognitionSection } from "../../pages/evaluationSections.ts";
import { mistakesIn } from "../../pages/Mistakes.ts";
import { evaluate } from "../../training/evaluate.ts";
import { EVALUATION_BATCH } from "../../training/trainingOf.ts";
import type { CommandContext } from "../CommandContext.ts";
import { textOptions } from "../textOptions.ts";

/** How many mistakes the page shows. */
const MISTAKES = 100;

/** The options of `mnist evaluate`. */
export interface EvaluateOptions {
  readonly from: string;
  readonly set: "test" | "train";
  readonly data?: string | undefined;
  readonly threads?: number | undefined;
  readonly out: string;
  readonly json?: true | undefined;
}

/**
 * Shows digits to a network that was saved, and prints how many it recognises.
 *
 * @throws DataError, OptionError or OutputError
 */
export async function evaluateModel(options: EvaluateOptions, { terminal }: CommandContext): Promise<void> {
  const { description, network } = loadModel(options.from);
  const digits = loadMnist(options.data === undefined ? {} : { folder: options.data })[options.set];
  const dataset = digitDataset(digits, models[description.model].input);
  const breather = new Breather();
  const threads = await threadsFor(options);
  try {
    const loader = new DataLoader({ dataset, batchSize: EVALUATION_BATCH });
    const { accuracy, loss, confusion } = await evaluate(network, loader, breather);
    const mistakes = mistakesIn(digits, await predictions(network, dataset, breather), MISTAKES);
    const page = htmlPage({
      title: `MNIST: ${percent(accuracy)} of the digits recognised`,
      introduction: `The network of ${options.from} on ${count(dataset.length)} digits (${options.set}).`,
      sections: [
        { title: "Result", body: [htmlText(`Accuracy ${percent(accuracy)}, loss ${loss.toFixed(4)}.`)] },
        await recognitionSection(confusion),
        await mistakesSection(mistakes),
      ],
    });
    const files = saveFiles(options.out, { "evaluation.html": page });
    if (options.json === true) {
      const matrix = confusion.mat.toArray();
      const result = { accuracy, loss, digits: dataset.length, mistakes: mistakes.count, confusion: matrix, files };
      terminal.stdout.write(`${JSON.stringify(result)}\n`);
      return;
    }
    const rows = [
      ["accuracy", percent(accuracy)],
      ["loss", loss.toFixed(4)],
      ["mistakes", `${count(mistakes.count)} of ${count(dataset.length)}`],
      ["report", files["evaluation.html"]],
    ];
    terminal.stdout.write(
      `${confusionText(confusion.mat, { title: TAKEN_FOR }, textOptions(terminal.stdout))}\n\n${table(rows)}\n`,
    );
  } finally {
    await threads.close();
  }
}
