import { readFileSync } from "node:fs";
import { Standardization, TableEncoder } from "@rushlight/data/csv";
import { restoreTensor, type SavedTensor, saveTensor } from "@rushlight/optim";
import { ArgumentError, dtypes } from "@rushlight/tensor";
import { isEncoding } from "../data/isEncoding.ts";
import type { CsvSettings } from "../data/Problem.ts";
import {
  type Activation,
  activations,
  buildNetwork,
  type NetworkForm,
  parameterCount,
} from "../network/buildNetwork.ts";
import { ModelError } from "./ModelError.ts";
import { RegressionModel } from "./RegressionModel.ts";

const FORMAT = "rushlight-regression";
const VERSION = 1;

/** The most numbers in a layer, and the most layers, that a file may ask for. */
const LARGEST_LAYER = 100_000;
const MOST_LAYERS = 100;

/** A model as a text that {@link parseModel} reads: all it knows, to the last bit. */
export function formatModel(model: RegressionModel): string {
  const [parameters] = model.network.getParameters();
  const { target, seed, csv, encoder, targetScale, form } = model;
  const file = {
    format: FORMAT,
    version: VERSION,
    target,
    seed,
    csv,
    encoder,
    targetScale: { mean: targetScale.mean, deviation: targetScale.deviation },
    network: { ...form, parameters: saveTensor(parameters) },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * The model in a file.
 *
 * @throws ModelError when the file can not be read, or is no model
 */
export function readModel(path: string): RegressionModel {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const problem = code === "ENOENT" ? "no such file; fit writes one" : String(error);
    throw new ModelError(`${path}: ${problem}`, { cause: error });
  }
  try {
    return parseModel(text);
  } catch (error) {
    if (!(error instanceof ArgumentError) && !(error instanceof SyntaxError)) throw error;
    throw new ModelError(`${path}: expected a model that fit has written, got something else: ${error.message}`, {
      cause: error,
    });
  }
}

/**
 * The model in the text of a file.
 *
 * @throws SyntaxError or ArgumentError when it is no model
 */
export function parseModel(text: string): RegressionModel {
  const file = fieldsOf(JSON.parse(text));
  expect("the format", file.format === FORMAT, file.format);
  expect("the version", file.version === VERSION, file.version);
  const { target, seed } = file;
  expect("the target", typeof target === "string", target);
  expect("the seed", isSeed(seed), seed);
  const encoder = TableEncoder.restore(file.encoder);
  expect("a target that is no input", !encoder.inputs.some(({ name }) => name === target), target);
  const { mean, deviation } = fieldsOf(file.targetScale);
  expect("the mean", typeof mean === "number", mean);
  expect("the deviation", typeof deviation === "number", deviation);
  const saved = fieldsOf(file.network);
  const form = formOf(saved, encoder.width);
  expect("parameters", isSavedTensor(saved.parameters), saved.parameters);
  const restored = restoreTensor(saved.parameters);
  const count = parameterCount(form);
  // Before the network is built, which may ask for more memory than there is.
  expect(
    `${count} parameters of float32`,
    restored.dtype === "float32" && restored.dim() === 1 && restored.nElement() === count,
    `${restored.nElement()} of ${restored.dtype}`,
  );
  const network = buildNetwork(form);
  const [parameters] = network.getParameters();
  parameters.copy(restored);
  return new RegressionModel({
    target,
    seed,
    encoder,
    targetScale: new Standardization(mean, deviation),
    form,
    network,
    csv: csvOf(file.csv),
  });
}

function formOf({ inputs, hidden, activation }: Readonly<Record<string, unknown>>, width: number): NetworkForm {
  expect("as many inputs of the network as columns", inputs === width, inputs);
  expect("an activation", isActivation(activation), activation);
  expect("the sizes of the hidden layers", isSizes(hidden), hidden);
  return { inputs: width, hidden, activation };
}

function csvOf(value: unknown): CsvSettings {
  const { delimiter, encoding, header, missing, decimal } = fieldsOf(value);
  expect("a delimiter", delimiter === undefined || isDelimiter(delimiter), delimiter);
  expect("an encoding", encoding === undefined || isKnownEncoding(encoding), encoding);
  expect("a header or none", header === undefined || typeof header === "boolean", header);
  expect("marks of missing values", missing === undefined || isTexts(missing), missing);
  expect("a decimal sign", decimal === undefined || decimal === "." || decimal === ",", decimal);
  return { delimiter, encoding, header, missing, decimal };
}

function expect(what: string, fits: boolean, got: unknown): asserts fits {
  if (!fits) throw new ArgumentError(`expected ${what}, got ${JSON.stringify(got)}`);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isActivation(value: unknown): value is Activation {
  return activations.some((name) => name === value);
}

function isSeed(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isSizes(value: unknown): value is number[] {
  const isSize = (size: unknown): boolean =>
    typeof size === "number" && Number.isInteger(size) && size >= 1 && size <= LARGEST_LAYER;
  return Array.isArray(value) && value.length <= MOST_LAYERS && value.every(isSize);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isSavedTensor(value: unknown): value is SavedTensor {
  const { dtype, size, data } = fieldsOf(value);
  return dtypes.some((name) => name === dtype) && Array.isArray(size) && typeof data === "string";
}

function isKnownEncoding(value: unknown): value is string {
  return typeof value === "string" && isEncoding(value);
}

function isDelimiter(value: unknown): value is "," | ";" | "\t" {
  return value === "," || value === ";" || value === "\t";
}
