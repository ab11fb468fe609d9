import { Fields } from "../../fixtures/Fields.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import type { FixtureFile } from "../Suite.ts";

/** Counts the cases of `nngraph.json`: Rushlight has no graphs of modules. */
export function nngraphSuite({ file, json }: FixtureFile): CaseResult[] {
  return replayCases(new Fields(json, file).json("cases"), { class: "nngraph", file }, () => {
    throw new NotImplemented("graphs of modules");
  });
}
