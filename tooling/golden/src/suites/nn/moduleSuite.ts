import { basename } from "node:path";
import { Fields } from "../../fixtures/Fields.ts";
import { missingClasses } from "../../mapping/missingClasses.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { Registry } from "../../mapping/rows.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import type { FixtureFile } from "../Suite.ts";
import { readModuleCase } from "./ModuleCase.ts";
import { replayModule } from "./replayModule.ts";

/** Replays `nn/CLASS.json`. */
export function moduleSuite({ file, json }: FixtureFile, registry: Registry): CaseResult[] {
  const fields = new Fields(json, file);
  const className = fields.string("class") ?? basename(file, ".json");
  return replayCases(fields.json("cases"), { class: className, file }, (fixture) =>
    replayModuleCase(fixture, className, registry),
  );
}

/**
 * Replays one use of a module.
 *
 * @throws NotImplemented when a class in it has no counterpart
 */
export function replayModuleCase(fields: Fields, className: string | undefined, registry: Registry): string[] {
  const fixture = readModuleCase(fields, className);
  const missing = missingClasses(fixture.spec, registry);
  if (missing.length > 0) throw new NotImplemented(...missing);
  return replayModule(fixture, registry);
}
