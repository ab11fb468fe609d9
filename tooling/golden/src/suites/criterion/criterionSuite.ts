import { basename } from "node:path";
import type { AnyCriterion } from "@rushlight/module";
import { manualSeed } from "@rushlight/tensor";
import { type Comparison, compare } from "../../compare/compare.ts";
import { Fields } from "../../fixtures/Fields.ts";
import { toActivation } from "../../fixtures/tensors.ts";
import type { LuaValue } from "../../fixtures/values.ts";
import { buildCriterion } from "../../mapping/build.ts";
import { mapTarget } from "../../mapping/containers.ts";
import { lookup } from "../../mapping/lookup.ts";
import { missingClasses } from "../../mapping/missingClasses.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { Registry } from "../../mapping/rows.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import { strided } from "../nn/strided.ts";
import type { FixtureFile } from "../Suite.ts";
import { runStages } from "../stages.ts";
import { type CriterionCase, readCriterionCase } from "./CriterionCase.ts";

/** Replays `criterion/CLASS.json`. */
export function criterionSuite({ file, json }: FixtureFile, registry: Registry): CaseResult[] {
  const fields = new Fields(json, file);
  const className = fields.string("class") ?? basename(file, ".json");
  return replayCases(fields.json("cases"), { class: className, file }, (caseFields) => {
    const fixture = readCriterionCase(caseFields, className);
    const missing = missingClasses(fixture.spec, registry);
    if (missing.length > 0) throw new NotImplemented(...missing);
    return replayCriterion(fixture, registry);
  });
}

/**
 * Replays a case on our criterion and compares loss and gradient.
 *
 * @returns what is wrong, one line each
 */
function replayCriterion(fixture: CriterionCase, registry: Registry): string[] {
  const { spec, seed, rngBeforeForward } = fixture;
  const row = lookup(registry.criterions, spec.class);
  const how: Comparison = row?.tolerance === undefined ? {} : { tolerance: row.tolerance };
  const recorded = row?.input === undefined ? fixture.input : row.input(fixture.input, spec, registry);
  const given = toActivation(recorded);
  const input = fixture.noncontiguous ? strided(given) : given;
  const target = toTarget(fixture.target === undefined ? undefined : mapTarget(fixture.target, spec, registry));
  let criterion: AnyCriterion | undefined;
  const built = (): AnyCriterion => {
    if (criterion === undefined) throw new Error("the criterion is not built yet");
    return criterion;
  };
  return runStages(
    [
      {
        name: "construct",
        run: () => {
          if (seed !== undefined) manualSeed(seed);
          criterion = buildCriterion(spec, registry);
          return [];
        },
      },
      {
        name: "forward",
        run: () => {
          if (rngBeforeForward !== undefined) manualSeed(rngBeforeForward);
          const loss = built().forward(input, target);
          return [
            ...(fixture.loss === undefined ? [] : compare("loss", fixture.loss, loss, how)),
            ...compare("input after forward", recorded, input, how),
          ];
        },
      },
      {
        name: "backward",
        run: () => {
          if (fixture.gradInput === undefined && fixture.error === undefined) return [];
          const gradInput = built().backward(input, target);
          return fixture.gradInput === undefined ? [] : compare("gradInput", fixture.gradInput, gradInput, how);
        },
      },
    ],
    fixture.error,
  );
}

/** What a criterion compares with: a number, tensors, or nothing. */
function toTarget(target: LuaValue | undefined): unknown {
  return target === undefined || target === null || typeof target === "number" ? target : toMixed(target);
}

function toMixed(target: LuaValue): unknown {
  return Array.isArray(target) ? target.map(toTarget) : toActivation(target);
}
