import { manualSeed, mv, randn } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import type { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import type { LuaList } from "../../fixtures/values.ts";
import type { Registry } from "../../mapping/rows.ts";
import { buildTrainee, readSpecs } from "./training.ts";

/**
 * Replays a regression on numbers that are drawn on the spot: X ~ N(0, 1), y = (X·w)² + noise, then the network from the
 * same stream. Every epoch takes all of them, then moves the parameters by −eta times their gradients.
 */
export function replayRegression(fields: Fields, registry: Registry): string[] {
  fields.string("name");
  fields.string("note");
  const specs = readSpecs(fields, registry, "MSECriterion");
  const epochs = fields.required("epochs", fields.number("epochs"));
  const eta = fields.required("eta", fields.number("eta"));
  const X = fields.required("X", fields.tensor("X"));
  const y = fields.required("y", fields.tensor("y"));
  const expected = {
    losses: listOf("losses", epochs, fields),
    preds: listOf("preds", epochs, fields),
    gradCriterion: listOf("gradCriterion", epochs, fields),
    parametersAfter: listOf("parametersAfter", epochs, fields),
  };
  manualSeed(fields.required("seed", fields.number("seed")));
  const [samples, features] = X.size;
  const drawn = randn(samples, features);
  const target = mv(drawn, randn(features)).pow(2).add(randn(samples));
  const problems = [...compare("X", X, drawn), ...compare("y", y, target)];

  const { net, criterion, ...trainee } = buildTrainee(specs, X, y, fields.list("parameters"), registry);
  problems.push(...trainee.problems);
  for (let epoch = 0; epoch < epochs; epoch++) {
    net.zeroGradParameters();
    const predictions = net.forward(trainee.input);
    const loss = criterion.forward(predictions, trainee.target);
    const gradient = criterion.backward(predictions, trainee.target);
    problems.push(
      ...compare(`predictions of epoch ${epoch}`, expected.preds?.[epoch] ?? null, predictions),
      ...compare(`loss of epoch ${epoch}`, expected.losses?.[epoch] ?? null, loss),
      ...compare(`gradient of epoch ${epoch}`, expected.gradCriterion?.[epoch] ?? null, gradient),
    );
    net.backward(trainee.input, gradient);
    net.updateParameters(eta);
    const parameters = net.parameters()[0];
    problems.push(...compare(`parameters after epoch ${epoch}`, expected.parametersAfter?.[epoch] ?? null, parameters));
  }
  return problems;
}

function listOf(name: string, epochs: number, fields: Fields): LuaList | undefined {
  const list = fields.list(name);
  if (list === undefined || list.length === epochs) return list;
  throw new FixtureError(
    `${fields.where}, ${name}`,
    `expected one part for each of ${epochs} epochs, got ${list.length}`,
  );
}
