import { saveFiles } from "@rushlight/command-line";
import { loadModel } from "../../model/SavedModel.ts";
import type { CommandContext } from "../CommandContext.ts";
import { textOptions } from "../textOptions.ts";
import { predictPage } from "./predictPage.ts";
import type { Reading } from "./Reading.ts";
import { readDigit } from "./readDigit.ts";
import { readingText } from "./readingText.ts";

/** The options of `mnist predict`. */
export interface PredictOptions {
  readonly from: string;
  readonly out: string;
  readonly json?: true | undefined;
}

/**
 * Reads the digits in pictures, and prints what they are.
 *
 * @throws DataError or OutputError
 */
export async function predict(
  paths: readonly string[],
  { from, out, json }: PredictOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const model = loadModel(from);
  const readings: Reading[] = [];
  for (const path of paths) readings.push(await readDigit(path, model));
  const files = saveFiles(out, { "predictions.html": await predictPage(readings, from) });
  if (json === true) {
    const results = readings.map(({ path, digit, probabilities }) => ({ path, digit, probabilities }));
    terminal.stdout.write(`${JSON.stringify({ predictions: results, files })}\n`);
    return;
  }
  const options = textOptions(terminal.stdout);
  for (const reading of readings) terminal.stdout.write(`${readingText(reading, options)}\n\n`);
  terminal.stdout.write(`report  ${files["predictions.html"]}\n`);
}
