import { OptionError } from "@rushlight/command-line";
import type { Problem } from "../data/Problem.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";
import type { Importance } from "./importance.ts";
import { type CurvePoint, partialDependence } from "./partialDependence.ts";

/** A curve of what a model predicts by one of its inputs. */
export interface FittedCurve {
  readonly input: string;
  readonly points: readonly CurvePoint[];
}

/**
 * The curve of an input.
 *
 * @param importances the inputs, the most needed first
 * @param input which one; the most needed one that has numbers when left out
 * @returns nothing when no input has numbers
 */
export function fittedCurve(
  { table, split }: Problem,
  model: RegressionModel,
  importances: readonly Importance[],
  input?: string,
): FittedCurve | undefined {
  const numbers = numberInputs(model);
  const chosen = input ?? importances.find((importance) => numbers.includes(importance.input))?.input;
  if (chosen === undefined) return undefined;
  return { input: chosen, points: partialDependence(model, table, chosen, split.training) };
}

/** @throws OptionError unless that is an input of numbers */
export function checkCurveInput(model: RegressionModel, input: string): void {
  const numbers = numberInputs(model);
  if (numbers.includes(input)) return;
  const names = numbers.map((name) => JSON.stringify(name)).join(", ");
  throw new OptionError(`--curve: expected an input of numbers (${names}), got ${JSON.stringify(input)}`);
}

function numberInputs(model: RegressionModel): readonly string[] {
  return model.encoder.inputs.filter(({ type }) => type === "number").map(({ name }) => name);
}
