import type { Problem } from "../data/Problem.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";
import { rowsOf } from "../training/fitModel.ts";
import { difference, type Estimate, estimates, type MetricEstimates, resample } from "./bootstrap.ts";
import { LinearModel } from "./LinearModel.ts";

/** How good a network is beside simpler predictions, on the rows that none of them has seen. */
export interface Comparison {
  readonly rows: Int32Array;
  readonly truth: Float64Array;
  /** What the network predicts. */
  readonly predicted: Float64Array;
  /** What linear least squares predict. */
  readonly linearPredicted: Float64Array;
  /** The mean of the other rows, for all. */
  readonly mean: MetricEstimates;
  /** Linear least squares on the same inputs. */
  readonly linear: MetricEstimates;
  readonly network: MetricEstimates;
  /** How much larger the root mean squared error of the network is than that of linear least squares. */
  readonly difference: Estimate;
}

/** Compares a network with the mean and with linear least squares, which learn from the rows for training and validation. */
export function compare({ table, split }: Problem, model: RegressionModel, seed: number): Comparison {
  const values = table.numbers(model.target);
  const known = Int32Array.from([...split.training, ...split.validation]);
  const knownValues = rowsOf(values, known);
  const linear = LinearModel.fit(model.encode(table, known), knownValues);
  const rows = split.heldOut;
  const truth = rowsOf(values, rows);
  const encoded = model.encode(table, rows);
  const predicted = model.predictEncoded(encoded);
  const linearPredicted = linear.predict(encoded);
  const mean = knownValues.reduce((sum, value) => sum + value, 0) / known.length;
  const all = [truth.map(() => mean), linearPredicted, predicted];
  const [ofMean, ofLinear, ofNetwork] = resample(truth, all, seed);
  return {
    rows,
    truth,
    predicted,
    linearPredicted,
    mean: estimates(ofMean),
    linear: estimates(ofLinear),
    network: estimates(ofNetwork),
    difference: difference(ofNetwork, ofLinear),
  };
}
