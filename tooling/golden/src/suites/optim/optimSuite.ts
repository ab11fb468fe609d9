import { Fields } from "../../fixtures/Fields.ts";
import { lookup } from "../../mapping/lookup.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import type { FixtureFile } from "../Suite.ts";
import { functions } from "./functions/functions.ts";
import { readOptimCase } from "./OptimCase.ts";
import { optimizers } from "./optimizers.ts";
import { readProblem } from "./problems.ts";
import { replaySearch } from "./replaySearch.ts";

/** Replays `optim.json`: searches by every optimiser, and the functions around them. */
export function optimSuite({ file, json }: FixtureFile): CaseResult[] {
  const fields = new Fields(json, file);
  fields.string("note");
  const problems = fields.required("problems", fields.fields("problems"));
  const searches = replayCases(fields.json("cases"), { class: "optim", file }, (fixture) => {
    const search = readOptimCase(fixture);
    const problem = readProblem(search.problem, problems);
    const minimise = lookup(optimizers, search.method);
    if (minimise === undefined) throw new NotImplemented(`optim.${search.method}`);
    return replaySearch(search, problem, minimise);
  });
  return [...searches, ...fields.unread().flatMap((name) => replayFunction(name, fields, problems, file))];
}

/** Replays what was recorded of another function than an optimiser: one case, or a list of them. */
function replayFunction(name: string, fields: Fields, problems: Fields, file: string): CaseResult[] {
  const json = fields.json(name);
  const list = Array.isArray(json) ? json : [json];
  return replayCases(list, { class: `optim.${name}`, file, where: `${file}, ${name}` }, (fixture) => {
    const replay = lookup(functions, name);
    if (replay === undefined) throw new NotImplemented(`optim.${name}`);
    return replay(fixture, problems);
  });
}
