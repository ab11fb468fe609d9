import { manualSeed, type Tensor } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import type { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import { rowOf } from "../../fixtures/tensors.ts";
import type { LuaTensor } from "../../fixtures/values.ts";
import { plainFields } from "../../mapping/build.ts";
import { lookup } from "../../mapping/lookup.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { Registry } from "../../mapping/rows.ts";
import { optimizers } from "../optim/optimizers.ts";
import { buildTrainee, readSpecs, type Trainee } from "./training.ts";

/** One step of training: gives the loss before the update. */
type Step = (evaluate: () => readonly [loss: number, gradient: Tensor], parameters: Tensor) => number;

/** Replays a run in which every step takes the whole training set, on flat parameters. */
export function replayTraining(fields: Fields, registry: Registry): string[] {
  fields.string("name");
  fields.string("note");
  const specs = readSpecs(fields, registry);
  const step = readStep(fields);
  const steps = fields.required("steps", fields.number("steps"));
  const losses = fields.required("losses", fields.list("losses"));
  const expected = {
    initialFlat: fields.tensor("initialFlat"),
    flatAfterEachStep: fields.tensor("flatAfterEachStep"),
    firstOutput: fields.value("firstOutput"),
    firstGradFlat: fields.tensor("firstGradFlat"),
    finalOutput: fields.value("finalOutput"),
  };
  if (losses.length !== steps || (expected.flatAfterEachStep?.size[0] ?? steps) !== steps) {
    throw new FixtureError(fields.where, `expected losses and parameters for ${steps} steps`);
  }
  const seed = fields.number("seed");
  if (seed !== undefined) manualSeed(seed);
  const trainee = buildTrainee(
    specs,
    fields.required("X", fields.value("X")),
    fields.required("Y", fields.value("Y")),
    fields.list("parameters"),
    registry,
  );
  const [parameters, gradient] = trainee.net.getParameters();
  const problems = [...trainee.problems, ...compareKnown("initialFlat", expected.initialFlat, parameters)];
  for (let k = 0; k < steps; k++) {
    const loss = step(() => [evaluate(trainee, gradient), gradient], parameters);
    if (k === 0) {
      problems.push(...compareKnown("firstGradFlat", expected.firstGradFlat, gradient));
      problems.push(
        ...(expected.firstOutput === undefined ? [] : compare("firstOutput", expected.firstOutput, trainee.net.output)),
      );
    }
    problems.push(...compare(`loss of step ${k}`, losses[k], loss));
    if (expected.flatAfterEachStep !== undefined) {
      problems.push(...compare(`parameters after step ${k}`, rowOf(expected.flatAfterEachStep, k), parameters));
    }
  }
  if (expected.finalOutput !== undefined) {
    problems.push(...compare("finalOutput", expected.finalOutput, trainee.net.forward(trainee.input)));
  }
  return problems;
}

function compareKnown(name: string, expected: LuaTensor | undefined, actual: Tensor): string[] {
  return expected === undefined ? [] : compare(name, expected, actual);
}

function evaluate({ net, criterion, input, target }: Trainee, gradient: Tensor): number {
  gradient.zero();
  const output = net.forward(input);
  const loss = criterion.forward(output, target);
  net.backward(input, criterion.backward(output, target));
  return loss;
}

function readStep(fields: Fields): Step {
  const optimizer = fields.required("optimizer", fields.string("optimizer"));
  const config = plainFields(fields.record("config") ?? new Map());
  if (optimizer.startsWith("manual")) {
    const { learningRate, ...others } = config;
    if (typeof learningRate !== "number" || Object.keys(others).length > 0) {
      throw new FixtureError(`${fields.where}, config`, "expected a learningRate and nothing else");
    }
    return (evaluateNow, parameters) => {
      const [loss, gradient] = evaluateNow();
      parameters.add(-learningRate, gradient);
      return loss;
    };
  }
  const minimise = lookup(optimizers, optimizer.replace(/^optim\./, ""));
  if (minimise === undefined) throw new NotImplemented(`optim.${optimizer}`);
  return (evaluateNow, parameters) => minimise(evaluateNow, parameters, config).losses[0];
}
