import { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import { lookup } from "../../mapping/lookup.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { Registry } from "../../mapping/rows.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import { replayModuleCase } from "../nn/moduleSuite.ts";
import type { FixtureFile } from "../Suite.ts";
import { replayRegression } from "./replayRegression.ts";
import { replayStochasticGradient } from "./replayStochasticGradient.ts";
import { replayTraining } from "./replayTraining.ts";
import { replaySharedParameters } from "./sharedParameters.ts";

/** Replays `composite.json`: whole networks, training runs, flattened parameters. */
export function compositeSuite({ file, json }: FixtureFile, registry: Registry): CaseResult[] {
  const fields = new Fields(json, file);
  const list = (name: string): { class: string; file: string; where: string; prefix: string } => ({
    class: "composite",
    file,
    where: `${file}, ${name}`,
    prefix: `${name}/`,
  });
  const kinds: Readonly<Record<string, (fields: Fields, registry: Registry) => readonly string[]>> = {
    modules: (fixture) => replayModuleCase(fixture, "Sequential", registry),
    training: replayTrainingRun,
    misc: replayMisc,
  };
  return fields.names().flatMap((name) => {
    const replay = lookup(kinds, name);
    if (replay === undefined) {
      return replayCases([fields.json(name)], list(name), () => {
        throw new NotImplemented(`a replay of "${name}"`);
      });
    }
    return replayCases(fields.json(name), list(name), (fixture) => replay(fixture, registry));
  });
}

function replayTrainingRun(fields: Fields, registry: Registry): readonly string[] {
  if (fields.has("optimizer")) return replayTraining(fields, registry);
  if (fields.has("epochs")) return replayRegression(fields, registry);
  if (fields.string("name")?.startsWith("StochasticGradient") === true)
    return replayStochasticGradient(fields, registry);
  throw new FixtureError(fields.where, 'expected a training run with "optimizer" or "epochs", or a StochasticGradient');
}

function replayMisc(fields: Fields): readonly string[] {
  const name = fields.string("name");
  if (name === "getParametersShared") return replaySharedParameters(fields);
  throw new NotImplemented(`a replay of "${name}"`);
}
