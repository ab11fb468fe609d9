import { type CsvTable, Standardization, TableEncoder } from "@rushlight/data/csv";
import { type Tensor, tensor } from "@rushlight/tensor";
import type { Problem } from "../data/Problem.ts";
import { RegressionModel } from "../model/RegressionModel.ts";
import { type Activation, buildNetwork } from "../network/buildNetwork.ts";
import type { OptimizerKind, OptimizerSettings } from "../network/optimizers.ts";
import { type Samples, type TrainingPlan, type TrainingRecord, train } from "./train.ts";

/** How a network is made and trained. */
export interface FitSettings extends Pick<TrainingPlan, "epochs" | "batchSize" | "patience"> {
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly optimizer: OptimizerKind;
  readonly optimizerSettings: OptimizerSettings;
  /** The seed that the random numbers began with. */
  readonly seed: number;
}

/** A model that is yet to learn, with what it learns from. */
export interface Untrained {
  readonly model: RegressionModel;
  readonly training: Samples;
  readonly validation: Samples | undefined;
}

/**
 * A model for a problem, with random parameters.
 *
 * @throws DataError for rows that have nothing to learn from, or numbers too far from the others
 */
export function untrainedModel(problem: Problem, settings: FitSettings): Untrained {
  const { table, target, inputs, split } = problem;
  const fitted = TableEncoder.fit(table, { columns: inputs, rows: split.training });
  const encoder = problem.standardised ? fitted : withoutScale(fitted);
  const truth = rowsOf(table.numbers(target), split.training);
  const targetScale = problem.standardised ? Standardization.of(truth) : new Standardization(0, 1);
  const { hidden, activation, seed } = settings;
  const form = { inputs: encoder.width, hidden, activation };
  const network = buildNetwork(form);
  const model = new RegressionModel({ target, encoder, targetScale, form, network, csv: problem.csv, seed });
  // What is wrong with the rows that are held out is better known before the training than after.
  samplesOf(model, table, split.heldOut);
  return {
    model,
    training: samplesOf(model, table, split.training),
    validation: split.validation.length === 0 ? undefined : samplesOf(model, table, split.validation),
  };
}

/** Trains a model. */
export function trainModel(
  { model, training, validation }: Untrained,
  { epochs, batchSize, patience, optimizer, optimizerSettings }: FitSettings,
  { signal, observe }: Pick<TrainingPlan, "signal" | "observe">,
): Promise<TrainingRecord> {
  const { network } = model;
  const settings = optimizerSettings;
  return train({ network, training, validation, epochs, batchSize, patience, optimizer, settings, signal, observe });
}

function samplesOf(model: RegressionModel, table: CsvTable, rows: Int32Array): Samples {
  const targets: Tensor<"float32"> = tensor(model.scaledTargets(table, rows)).to("float32").view(rows.length, 1);
  return { inputs: model.encode(table, rows).to("float32"), targets };
}

/** The same encoder for numbers that stay as they are. */
function withoutScale(encoder: TableEncoder): TableEncoder {
  const { inputs, excluded } = encoder.toJSON();
  const unscaled = inputs.map((input) => (input.type === "number" ? { ...input, mean: 0, deviation: 1 } : input));
  return TableEncoder.restore({ inputs: unscaled, excluded });
}

/** The values in some rows. */
export function rowsOf(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]);
}
