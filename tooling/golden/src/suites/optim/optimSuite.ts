import { Fields } from "../../fixtures/Fields.ts";
import { lookup } from "../../mapping/lookup.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import type { FixtureFile } from "../Suite.ts";
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
  return [...searches, ...fields.unread().flatMap((name) => missingFunction(name, fields, file))];
}

/** Rushlight's optim has optimisers only: what was recorded of other functions is counted. */
function missingFunction(name: string, fields: Fields, file: string): CaseResult[] {
  const json = fields.json(name);
  const list = Array.isArray(json) ? json : [json];
  return replayCases(list, { class: `optim.${name}`, file, where: `${file}, ${name}` }, () => {
    throw new NotImplemented(`optim.${name}`);
  });
}
