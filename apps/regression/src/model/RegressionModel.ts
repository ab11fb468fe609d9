import { type CsvTable, DataError, type Standardization, type TableEncoder } from "@rushlight/data/csv";
import type * as nn from "@rushlight/nn";
import type { Tensor } from "@rushlight/tensor";
import type { CsvSettings } from "../data/Problem.ts";
import type { NetworkForm } from "../network/buildNetwork.ts";

/** The rows that a network is shown at a time. */
const ROWS = 4096;

/** The most deviations that a number may be from the mean: the square of what a layer makes of it is still a number of float32. */
const FARTHEST = 1e12;

/** What a model is made of. */
export interface RegressionModelParts {
  readonly target: string;
  readonly encoder: TableEncoder;
  readonly targetScale: Standardization;
  readonly form: NetworkForm;
  readonly network: nn.Sequential;
  readonly csv: CsvSettings;
  readonly seed: number;
}

/** A network with all that it takes to predict a column of a table from the others. */
export class RegressionModel {
  readonly target: string;
  readonly encoder: TableEncoder;
  readonly targetScale: Standardization;
  readonly form: NetworkForm;
  readonly network: nn.Sequential;
  /** How the files were read. */
  readonly csv: CsvSettings;
  readonly seed: number;

  constructor(parts: RegressionModelParts) {
    this.target = parts.target;
    this.encoder = parts.encoder;
    this.targetScale = parts.targetScale;
    this.form = parts.form;
    this.network = parts.network;
    this.csv = parts.csv;
    this.seed = parts.seed;
  }

  /**
   * Some rows of a table in numbers for the network; all rows when left out.
   *
   * @throws DataError for a number so far from those of the rows to train with that the network can not compute with it
   */
  encode(table: CsvTable, rows?: ArrayLike<number>): Tensor<"float64"> {
    const encoded = this.encoder.encode(table, rows);
    const { width, names } = this.encoder;
    const at = encoded.data.findIndex((value) => Math.abs(value) > FARTHEST);
    if (at < 0) return encoded;
    const row = Math.floor(at / width);
    throw tooFar(table, table.lines[rows?.[row] ?? row], names[at % width]);
  }

  /**
   * The targets of some rows for the network.
   *
   * @throws DataError as {@link encode}
   */
  scaledTargets(table: CsvTable, rows: Int32Array): Float64Array {
    const values = table.numbers(this.target);
    return Float64Array.from(rows, (row) => {
      const scaled = this.targetScale.apply(values[row]);
      if (Math.abs(scaled) > FARTHEST) throw tooFar(table, table.lines[row], this.target);
      return scaled;
    });
  }

  /**
   * The predictions for some rows of a table; all rows when left out.
   *
   * @throws DataError as {@link encode}
   */
  predict(table: CsvTable, rows?: ArrayLike<number>): Float64Array {
    return this.predictEncoded(this.encode(table, rows));
  }

  /** The predictions for encoded rows. */
  predictEncoded(encoded: Tensor<"float64">): Float64Array {
    const count = encoded.size(0);
    const predictions = new Float64Array(count);
    this.network.evaluate();
    for (let from = 0; from < count; from += ROWS) {
      const length = Math.min(ROWS, count - from);
      const output = this.network.forward(encoded.narrow(0, from, length).to("float32"));
      for (let row = 0; row < length; row++) predictions[from + row] = this.targetScale.invert(output.get(row, 0));
    }
    return predictions;
  }
}

function tooFar({ name }: CsvTable, line: number, column: string): DataError {
  return new DataError(
    `${name}: line ${line} (${column}): expected a number like those of the rows to train with, got one more than 1e12 deviations away`,
  );
}
