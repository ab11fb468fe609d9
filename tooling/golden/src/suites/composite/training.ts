import type { Activation, AnyCriterion, AnyModule } from "@rushlight/module";
import { compare } from "../../compare/compare.ts";
import { decodeSpec } from "../../fixtures/decode.ts";
import type { Fields } from "../../fixtures/Fields.ts";
import { toActivation } from "../../fixtures/tensors.ts";
import { type LuaValue, ModuleSpec } from "../../fixtures/values.ts";
import { buildCriterion, buildModule } from "../../mapping/build.ts";
import { mapInput, mapTarget } from "../../mapping/containers.ts";
import { missingClasses } from "../../mapping/missingClasses.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { Registry } from "../../mapping/rows.ts";

/** What a training run trains. */
export interface Trainee {
  readonly net: AnyModule;
  readonly criterion: AnyCriterion;
  /** The whole training set, which every step takes. */
  readonly input: Activation;
  readonly target: Activation;
  /** What is wrong with the parameters that the network begins with. */
  readonly problems: readonly string[];
}

/** The specifications of a training run, of which every class has a counterpart. */
export interface TraineeSpecs {
  readonly net: ModuleSpec;
  readonly criterion: ModuleSpec;
}

/**
 * Reads what a run trains.
 *
 * @throws NotImplemented when a class in it has no counterpart
 */
export function readSpecs(fields: Fields, registry: Registry, usualCriterion?: string): TraineeSpecs {
  const net = decodeSpec(fields.json("net"), `${fields.where}, net`);
  const criterionJson = fields.json("criterion");
  const criterion =
    criterionJson === undefined && usualCriterion !== undefined
      ? new ModuleSpec({ class: usualCriterion })
      : decodeSpec(criterionJson, `${fields.where}, criterion`);
  const missing = [...missingClasses(net, registry), ...missingClasses(criterion, registry)];
  if (missing.length > 0) throw new NotImplemented(...missing);
  return { net, criterion };
}

/** Builds what a run trains, and compares the parameters that it begins with. */
export function buildTrainee(
  specs: TraineeSpecs,
  input: LuaValue,
  target: LuaValue,
  parameters: LuaValue | undefined,
  registry: Registry,
): Trainee {
  const net = buildModule(specs.net, registry);
  return {
    net,
    criterion: buildCriterion(specs.criterion, registry),
    input: toActivation(mapInput(input, specs.net, registry)),
    target: toActivation(mapTarget(target, specs.criterion, registry)),
    problems: parameters === undefined ? [] : compare("parameters", parameters, net.parameters()[0]),
  };
}
