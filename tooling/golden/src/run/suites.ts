import { basename } from "node:path";
import { isJsonObject } from "../fixtures/decode.ts";
import { NotImplemented } from "../mapping/NotImplemented.ts";
import { replayCases } from "../suites/cases.ts";
import { compositeSuite } from "../suites/composite/compositeSuite.ts";
import { criterionSuite } from "../suites/criterion/criterionSuite.ts";
import { moduleSuite } from "../suites/nn/moduleSuite.ts";
import { nngraphSuite } from "../suites/nngraph/nngraphSuite.ts";
import { optimSuite } from "../suites/optim/optimSuite.ts";
import { rngSuite } from "../suites/rng/rngSuite.ts";
import type { FixtureFile, Suite } from "../suites/Suite.ts";
import { tensorSuite } from "../suites/tensor/tensorSuite.ts";
import type { CaseResult } from "./CaseResult.ts";

/** The files that are not about one class, each a class of its own in the report, with what replays them. */
export const wholeFiles: ReadonlyMap<string, Suite> = new Map([
  ["composite", compositeSuite],
  ["nngraph", nngraphSuite],
  ["optim", optimSuite],
  ["rng", rngSuite],
  ["tensor", tensorSuite],
]);

/** What replays a file, by its name; what no suite reads is counted as missing. */
export function suiteFor(file: string): Suite {
  if (/^nn\/[^/]+$/.test(file)) return moduleSuite;
  if (/^criterion\/[^/]+$/.test(file)) return criterionSuite;
  return wholeFiles.get(file.replace(/\.json$/, "")) ?? unreadFile;
}

function unreadFile({ file, json }: FixtureFile): CaseResult[] {
  const cases: unknown = isJsonObject(json) && Array.isArray(json.cases) ? json.cases : [json];
  return replayCases(cases, { class: basename(file, ".json"), file }, () => {
    throw new NotImplemented(`a replay of ${file}`);
  });
}
