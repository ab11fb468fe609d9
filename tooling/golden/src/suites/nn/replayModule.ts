import type { Activation, AnyModule } from "@rushlight/module";
import { manualSeed } from "@rushlight/tensor";
import { type Comparison, compare } from "../../compare/compare.ts";
import { fromActivation, toActivation, toTensor } from "../../fixtures/tensors.ts";
import { type LuaList, LuaTensor, type LuaValue } from "../../fixtures/values.ts";
import { buildWithArguments } from "../../mapping/build.ts";
import { mapInput } from "../../mapping/containers.ts";
import { zeroBasedIndices } from "../../mapping/indices.ts";
import { lookup } from "../../mapping/lookup.ts";
import { MappingError } from "../../mapping/MappingError.ts";
import type { Registry } from "../../mapping/rows.ts";
import { runStages, type Stage } from "../stages.ts";
import type { ModuleCase } from "./ModuleCase.ts";
import { strided } from "./strided.ts";

/**
 * Replays a case on our module and compares all that was recorded.
 *
 * @returns what is wrong, one line each
 * @throws NotImplemented for a class without a counterpart
 */
export function replayModule(fixture: ModuleCase, registry: Registry): string[] {
  return runStages(new ModuleReplay(fixture, registry).stages(), fixture.error);
}

class ModuleReplay {
  private readonly fixture: ModuleCase;
  private readonly registry: Registry;
  private readonly how: Comparison;
  private built: AnyModule | undefined;
  private input: Activation = [];

  constructor(fixture: ModuleCase, registry: Registry) {
    this.fixture = fixture;
    this.registry = registry;
    const tolerance = lookup(registry.modules, fixture.spec.class)?.tolerance;
    this.how = tolerance === undefined ? {} : { tolerance };
  }

  stages(): Stage[] {
    const { expected, gradOutput, error } = this.fixture;
    const stages: Stage[] = [
      { name: "construct", run: () => this.construct() },
      { name: "forward", run: () => this.forward() },
    ];
    const backward = expected.gradInput !== undefined || expected.gradParameters !== undefined;
    if (gradOutput !== undefined && (backward || error?.stage === "backward")) {
      stages.push({ name: "backward", run: () => this.backward(gradOutput) });
    }
    const { updateLearningRate } = this.fixture;
    if (updateLearningRate !== undefined) stages.push({ name: "update", run: () => this.update(updateLearningRate) });
    return stages;
  }

  private get module(): AnyModule {
    if (this.built === undefined) throw new Error("the module is not built yet");
    return this.built;
  }

  private construct(): string[] {
    const { spec, seed, expected, setParameters, train, poolingInput } = this.fixture;
    if (seed !== undefined) manualSeed(seed);
    const { module, argumentModules } = buildWithArguments(spec, this.registry);
    this.built = module;
    const mapParameters = lookup(this.registry.modules, spec.class)?.parameters ?? ((recorded) => recorded);
    const mapped = (recorded: LuaList | undefined) => recorded && mapParameters(recorded, module);
    const problems = this.compareParameters("parameters", mapped(expected.parameters));
    const replaced = mapped(setParameters);
    if (replaced !== undefined) replaceParameters(module, replaced);
    if (train) module.training();
    else module.evaluate();
    if (poolingInput !== undefined) argumentModules[0]?.forward(toActivation(zeroBasedIndices(poolingInput)));
    return [
      ...problems,
      ...this.compareField("runningMean", expected.runningMeanBefore, "before forward"),
      ...this.compareField("runningVar", expected.runningVarBefore, "before forward"),
    ];
  }

  private forward(): string[] {
    const { fixture, module } = this;
    const { expected } = fixture;
    const recorded = this.mapped(fixture.input);
    const input = toActivation(recorded);
    this.input = fixture.noncontiguous ? strided(input) : input;
    module.zeroGradParameters();
    if (fixture.rngBeforeForward !== undefined) manualSeed(fixture.rngBeforeForward);
    const output = module.forward(this.input);
    const after = expected.inputAfterForward === undefined ? recorded : this.mapped(expected.inputAfterForward);
    return [
      ...(expected.output === undefined ? [] : compare("output", zeroBasedIndices(expected.output), output, this.how)),
      ...compare("input after forward", after, this.input, this.how),
      ...this.compareField("loss", expected.moduleLoss),
      ...this.compareField("runningMean", expected.runningMeanAfter, "after forward"),
      ...this.compareField("runningVar", expected.runningVarAfter, "after forward"),
    ];
  }

  private backward(recorded: LuaValue): string[] {
    const { fixture, module } = this;
    const { expected } = fixture;
    const given = toActivation(recorded);
    const gradOutput = fixture.noncontiguousGradOutput ? strided(given) : given;
    const before = fromActivation(gradOutput);
    const gradInput = module.backward(this.input, gradOutput, fixture.scale);
    const mapGradInput = lookup(this.registry.modules, fixture.spec.class)?.gradInput ?? ((value) => value);
    return [
      ...(expected.gradInput === undefined
        ? []
        : compare("gradInput", mapGradInput(expected.gradInput), gradInput, this.how)),
      ...compare("gradOutput after backward", expected.gradOutputAfterBackward ?? before, gradOutput, this.how),
      ...this.compareGradients(expected.gradParameters),
    ];
  }

  private update(learningRate: number): string[] {
    this.module.updateParameters(learningRate);
    return this.compareParameters("parameters after the update", this.fixture.expected.parametersAfterUpdate);
  }

  private mapped(value: LuaValue): LuaValue {
    return mapInput(value, this.fixture.spec, this.registry);
  }

  private compareParameters(name: string, expected: LuaList | undefined): string[] {
    return expected === undefined ? [] : compare(name, expected, this.module.parameters()[0], this.how);
  }

  private compareGradients(expected: LuaList | undefined): string[] {
    return expected === undefined ? [] : compare("gradParameters", expected, this.module.parameters()[1], this.how);
  }

  private compareField(field: string, expected: LuaTensor | number | undefined, when = ""): string[] {
    if (expected === undefined) return [];
    return compare(`${field} ${when}`.trim(), expected, Reflect.get(this.module, field), this.how);
  }
}

function replaceParameters(module: AnyModule, values: LuaList): void {
  const [parameters] = module.parameters();
  if (parameters.length !== values.length) {
    throw new MappingError(`setParameters: expected ${parameters.length} parameters, got ${values.length}`);
  }
  for (const [i, value] of values.entries()) {
    if (value instanceof LuaTensor) parameters[i].copy(toTensor(value));
  }
}
