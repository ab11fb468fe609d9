import type { Terminal } from "@rushlight/command-line";
import { type CsvBlock, CsvTableBuilder, DataError, formatCsvRow } from "@rushlight/data/csv";
import { readCsvRows } from "@rushlight/data/node";
import { readFor } from "../data/tableProblem.ts";
import { readModel } from "../model/modelFile.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";
import { fileWriter, streamWriter } from "./RowWriter.ts";

/** A prediction has as many digits as the numbers that the network computes with. */
const DIGITS = 7;

/** What to predict with, and where to. */
export interface PredictOptions {
  readonly model: string;
  readonly to?: string | undefined;
}

/**
 * Writes the rows of a CSV file, each with what a model predicts for it.
 *
 * @throws ModelError, DataError or OutputError; nothing is left of a file that is not complete
 */
export async function predict(
  path: string,
  { model: modelPath, to }: PredictOptions,
  terminal: Terminal,
): Promise<void> {
  const model = readModel(modelPath);
  const { delimiter, encoding, header, decimal } = model.csv;
  const written = delimiter ?? (decimal === "," ? ";" : ",");
  const title = `${model.target} predicted`;
  const output = to === undefined ? streamWriter(terminal.stdout) : fileWriter(to);
  try {
    let begun = false;
    for await (const block of readCsvRows(path, { delimiter, encoding, header })) {
      if (block.names.includes(title)) {
        throw new DataError(`${path}: expected no column ${JSON.stringify(title)}, which the predictions are called`);
      }
      const predictions = await predictBlock(model, block);
      if (!begun) await output.write(formatCsvRow([...block.names, title], written));
      begun = true;
      const rows = block.rows.map((row, i) => formatCsvRow([...row, numberText(predictions[i], decimal)], written));
      await output.write(rows.join(""));
    }
    output.end();
  } catch (error) {
    output.cancel();
    throw error;
  }
}

async function predictBlock(model: RegressionModel, { name, names, rows, lines }: CsvBlock): Promise<Float64Array> {
  const { encoder, csv } = model;
  encoder.check({ name, names });
  if (rows.length === 0) return new Float64Array();
  const table = await readFor(model.target, async () => {
    const columns = encoder.inputs.map((input) => input.name);
    const builder = new CsvTableBuilder(names, {
      name,
      columns,
      types: encoder.types,
      missing: csv.missing,
      decimal: csv.decimal,
    });
    rows.forEach((row, i) => {
      builder.add(row, lines[i]);
    });
    return builder.build();
  });
  return model.predict(table);
}

function numberText(value: number, decimal: "." | "," | undefined): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  return decimal === "," ? text.replace(".", ",") : text;
}
