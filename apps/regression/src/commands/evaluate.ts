import { count, oneLine, type Terminal, table, wrap } from "@rushlight/command-line";
import { DataError } from "@rushlight/data/csv";
import { readCsv } from "@rushlight/data/node";
import { readFor } from "../data/tableProblem.ts";
import { estimates, resample } from "../evaluation/bootstrap.ts";
import { readModel } from "../model/modelFile.ts";
import { metricRow } from "../report/comparisonRows.ts";
import { rowsOf } from "../training/fitModel.ts";

/** What to evaluate. */
export interface EvaluateOptions {
  readonly model: string;
  readonly json?: true | undefined;
}

/**
 * Prints how far a model is from the truth in the rows of a CSV file.
 *
 * @throws ModelError or DataError
 */
export async function evaluate(
  path: string,
  { model: modelPath, json }: EvaluateOptions,
  terminal: Terminal,
): Promise<void> {
  const model = readModel(modelPath);
  const { target, encoder, csv, seed } = model;
  const columns = [...encoder.inputs.map(({ name }) => name), target];
  const types = { ...encoder.types, [target]: "number" as const };
  const read = await readFor(target, () => readCsv(path, { ...csv, columns, types }));
  const values = read.numbers(target);
  const rows = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  if (rows.length === 0) {
    throw new DataError(`${path}: expected rows with a number in ${JSON.stringify(target)}, got none`);
  }
  const metrics = estimates(resample(rowsOf(values, rows), [model.predict(read, rows)], seed)[0]);
  if (json === true) {
    terminal.stdout.write(`${JSON.stringify({ data: path, target, rows: rows.length, ...metrics })}\n`);
    return;
  }
  terminal.stdout.write(
    `${wrap(oneLine(`errors on ${count(rows.length)} rows of ${path}, in the unit of ${target}`), 80)}\n\n`,
  );
  const layout = {
    head: ["", "RMSE", "95 % interval", "MAE", "R²"],
    align: ["left", "right", "right", "right", "right"],
  } as const;
  terminal.stdout.write(`${table([metricRow("network", metrics)], layout)}\n`);
}
