import type { CsvTable, Standardization, TableEncoder } from "@rushlight/data/csv";
import type * as nn from "@rushlight/nn";
import type { Tensor } from "@rushlight/tensor";
import type { CsvSettings } from "../data/Problem.ts";
import type { NetworkForm } from "../network/buildNetwork.ts";

/** The rows that a network is shown at a time. */
const ROWS = 4096;

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

  /** The predictions for some rows of a table; all rows when left out. */
  predict(table: CsvTable, rows?: ArrayLike<number>): Float64Array {
    return this.predictEncoded(this.encoder.encode(table, rows));
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
