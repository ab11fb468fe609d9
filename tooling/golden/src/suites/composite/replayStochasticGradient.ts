import { type Activation, isTable } from "@rushlight/module";
import { StochasticGradient, type StochasticGradientOptions, type TrainingExample } from "@rushlight/nn";
import { manualSeed } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import type { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import type { Registry } from "../../mapping/rows.ts";
import { buildTrainee, readSpecs } from "./training.ts";

/**
 * Replays a training with `nn.StochasticGradient`, example by example. The seed comes before the network, whose
 * parameters are drawn first, then the order of the examples.
 */
export function replayStochasticGradient(fields: Fields, registry: Registry): string[] {
  fields.string("name");
  fields.string("note");
  const specs = readSpecs(fields, registry);
  const settings = readSettings(fields);
  const errors = fields.required("errors", fields.list("errors"));
  const parametersAfter = fields.required("parametersAfter", fields.list("parametersAfter"));
  const X = fields.required("X", fields.value("X"));
  const Y = fields.required("Y", fields.value("Y"));
  const seed = fields.number("seed");
  if (seed !== undefined) manualSeed(seed);
  const { net, criterion, input, target, problems } = buildTrainee(specs, X, Y, fields.list("parameters"), registry);
  const inputs = partsOf(input);
  const targets = partsOf(target);
  if (inputs.length !== targets.length) {
    throw new FixtureError(fields.where, `expected as many targets as inputs, ${inputs.length}, got ${targets.length}`);
  }
  const examples = inputs.map((part, i): TrainingExample<Activation, unknown> => {
    if (typeof part === "number") throw new FixtureError(`${fields.where}, X`, "expected a tensor for each example");
    return [part, targets[i]];
  });
  return [
    ...problems,
    ...compare("errors", errors, new StochasticGradient(net, criterion, settings).train(examples)),
    ...compare("parametersAfter", parametersAfter, net.parameters()[0]),
  ];
}

/** What Lua's `[i]` gives for each i: parts of a table, rows of a tensor, elements of a vector. */
function partsOf(examples: Activation): (Activation | number)[] {
  if (isTable(examples)) return [...examples];
  if (examples.dim() === 1) return [...examples.values()];
  return Array.from({ length: examples.size(0) }, (_, row) => examples.select(0, row));
}

function readSettings(fields: Fields): StochasticGradientOptions {
  const config = fields.fields("config");
  if (config === undefined) return {};
  const settings = {
    learningRate: config.number("learningRate"),
    learningRateDecay: config.number("learningRateDecay"),
    maxIteration: config.number("maxIteration"),
    shuffleIndices: config.boolean("shuffleIndices"),
  };
  // What it prints was not recorded.
  config.boolean("verbose");
  const unread = config.unread();
  if (unread.length === 0) return settings;
  throw new FixtureError(config.where, `expected fields of a StochasticGradient, got ${unread.join(", ")}`);
}
