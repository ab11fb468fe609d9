import type { CsvTable } from "@rushlight/data/csv";
import { Standardization } from "@rushlight/data/csv";
import { quantile } from "../evaluation/bootstrap.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";

/** The points of a curve. */
const POINTS = 50;

/** The most rows that a point is the mean of. */
const MOST_ROWS = 500;

/** A point of a curve. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * What a model predicts on average when an input has one value in all rows, for values from the least to the largest: J. H. Friedman,
 * "Greedy function approximation", 2001, section 8.2. With a single input it is what the model predicts.
 *
 * @param input an input of numbers
 * @param rows the rows for whose other inputs the mean is taken, or some of them when there are many
 */
export function partialDependence(
  model: RegressionModel,
  table: CsvTable,
  input: string,
  rows: Int32Array,
): readonly CurvePoint[] {
  const definition = model.encoder.inputs.find(({ name }) => name === input);
  if (definition?.type !== "number") throw new Error(`${input} is no input of numbers`);
  const present = rows.filter((row) => !Number.isNaN(table.numbers(input)[row]));
  const values = Float64Array.from(present, (row) => table.numbers(input)[row]).sort();
  const [low, high] = [quantile(values, 0), quantile(values, 1)];
  const alone = model.encoder.inputs.length === 1;
  const step = alone ? rows.length : Math.ceil(rows.length / MOST_ROWS);
  const encoded = model.encoder.encode(
    table,
    rows.filter((_, index) => index % step === 0),
  );
  const scale = new Standardization(definition.mean, definition.deviation);
  const { from, length } = model.encoder.range(input);
  return Array.from({ length: POINTS }, (_, point) => {
    const x = low + ((high - low) * point) / (POINTS - 1);
    const columns = encoded.narrow(1, from, length);
    columns.zero();
    columns.select(1, 0).fill(scale.apply(x));
    const predicted = model.predictEncoded(encoded);
    return { x, y: predicted.reduce((sum, value) => sum + value, 0) / predicted.length };
  });
}
