import type { Activation } from "@rushlight/module";
import { ArgumentError, isTensor } from "@rushlight/tensor";
import { shown } from "./shown.ts";
import type { TrainingExample, TrainingSet } from "./TrainingSet.ts";

/** The examples of a training set, whatever form they have there. */
export interface ExampleReader<Input, Target> {
  /** How many there are. */
  readonly length: number;
  /** @throws ArgumentError for what is no example */
  read(index: number): { readonly input: Input; readonly target: Target | number };
}

/**
 * Reads a training set.
 *
 * @param owner what messages call the trainer
 * @throws ArgumentError for what is no training set, for one without examples, and for a member of an array that is no
 * example
 */
export function exampleReader<Input extends Activation, Target>(
  owner: string,
  dataset: TrainingSet<Input, Target>,
): ExampleReader<Input, Target> {
  checkDataset(owner, dataset);
  const get = (index: number): TrainingExample<Input | number, Target | number> =>
    "get" in dataset ? dataset.get(index) : dataset[index];
  const read: ExampleReader<Input, Target>["read"] = (index) => {
    const example = get(index);
    checkExample(owner, example, index);
    const input = isPair(example) ? example[0] : example.input;
    const target = isPair(example) ? example[1] : example.target;
    return { input: checkInput(owner, input, index), target };
  };
  // A dataset may have to make each of its examples; those of an array are there to look at.
  if (Array.isArray(dataset)) for (let i = 0; i < dataset.length; i++) read(i);
  return { length: dataset.length, read };
}

function checkDataset(owner: string, dataset: unknown): void {
  const isDataset =
    typeof dataset === "object" &&
    dataset !== null &&
    "length" in dataset &&
    (Array.isArray(dataset) || ("get" in dataset && typeof dataset.get === "function"));
  if (!isDataset) {
    throw new ArgumentError(
      `${owner}: expected an array of examples, or a dataset with length and get, got ${shown(dataset)}`,
    );
  }
  if (!Number.isInteger(dataset.length) || Number(dataset.length) < 1) {
    throw new ArgumentError(`${owner}: expected at least one example, got a length of ${shown(dataset.length)}`);
  }
}

function checkExample(owner: string, example: unknown, index: number): void {
  const isExample = Array.isArray(example)
    ? example.length === 2
    : typeof example === "object" && example !== null && "input" in example && "target" in example;
  if (isExample) return;
  throw new ArgumentError(
    `${owner}: expected [input, target], or an object with both, as example ${index}, got ${shown(example)}`,
  );
}

function checkInput<Input extends Activation>(owner: string, input: Input | number, index: number): Input {
  if (typeof input !== "number" && isActivation(input)) return input;
  throw new ArgumentError(
    `${owner}: expected a tensor or a table of tensors as input of example ${index}, got ${shown(input)}`,
  );
}

function isPair<Input, Target>(
  example: TrainingExample<Input, Target>,
): example is readonly [input: Input, target: Target] {
  return Array.isArray(example);
}

function isActivation(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isActivation) : isTensor(value);
}
