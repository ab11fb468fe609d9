import type { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import { specIn } from "../../fixtures/specIn.ts";
import type { LuaList, LuaTensor, LuaValue, ModuleSpec } from "../../fixtures/values.ts";
import { type ExpectedError, expectedError } from "../stages.ts";

/** One recorded use of a module: how to build it, what went in, what came out. */
export interface ModuleCase {
  readonly spec: ModuleSpec;
  readonly seed: number | undefined;
  readonly train: boolean;
  /** What goes through the module among the arguments first. */
  readonly poolingInput: LuaValue | undefined;
  readonly setParameters: LuaList | undefined;
  /** The seed for the random numbers of the forward step. */
  readonly rngBeforeForward: number | undefined;
  readonly noncontiguous: boolean;
  readonly noncontiguousGradOutput: boolean;
  readonly input: LuaValue;
  readonly gradOutput: LuaValue | undefined;
  readonly scale: number;
  readonly updateLearningRate: number | undefined;
  readonly error: ExpectedError | undefined;
  readonly expected: ExpectedValues;
}

/** What a case recorded; undefined where it recorded nothing. */
interface ExpectedValues {
  readonly parameters: LuaList | undefined;
  readonly runningMeanBefore: LuaTensor | undefined;
  readonly runningVarBefore: LuaTensor | undefined;
  readonly output: LuaValue | undefined;
  readonly inputAfterForward: LuaValue | undefined;
  readonly moduleLoss: number | undefined;
  readonly runningMeanAfter: LuaTensor | undefined;
  readonly runningVarAfter: LuaTensor | undefined;
  readonly gradInput: LuaValue | undefined;
  readonly gradOutputAfterBackward: LuaValue | undefined;
  readonly gradParameters: LuaList | undefined;
  readonly parametersAfterUpdate: LuaList | undefined;
}

/**
 * Reads a case.
 *
 * @param className the class that the file is about; a case may name another
 * @throws FixtureError for a case that does not have the format
 */
export function readModuleCase(fields: Fields, className: string | undefined): ModuleCase {
  // For people: a kind, notes.
  for (const name of ["name", "kind", "note", "gradParametersNote"]) fields.string(name);
  const message = fields.string("errorMessage");
  const error = expectedError(fields.string("errorIn"), message, fields.where);
  const noBackward = fields.boolean("noBackward") ?? false;
  const fixture: ModuleCase = {
    spec: specIn(fields, className),
    seed: fields.number("seed"),
    train: readMode(fields),
    poolingInput: fields.value("poolingInput"),
    setParameters: fields.list("setParameters"),
    rngBeforeForward: fields.number("rngBeforeForward"),
    noncontiguous: fields.boolean("noncontiguous") ?? false,
    // A backward step that throws on its gradOutput's layout says so in its message only.
    noncontiguousGradOutput: error?.stage === "backward" && /expecting a contiguous tensor/.test(message ?? ""),
    input: fields.value("input") ?? [],
    gradOutput: fields.value("gradOutput"),
    scale: fields.number("scale") ?? 1,
    updateLearningRate: fields.number("updateLearningRate"),
    error,
    expected: {
      parameters: fields.list("parameters"),
      runningMeanBefore: fields.tensor("runningMeanBefore"),
      runningVarBefore: fields.tensor("runningVarBefore"),
      output: fields.value("output"),
      inputAfterForward: fields.value("inputAfterForward"),
      moduleLoss: fields.number("moduleLoss"),
      runningMeanAfter: fields.tensor("runningMeanAfter"),
      runningVarAfter: fields.tensor("runningVarAfter"),
      gradInput: fields.value("gradInput"),
      gradOutputAfterBackward: fields.value("gradOutputAfterBackward"),
      gradParameters: fields.list("gradParameters"),
      parametersAfterUpdate: fields.list("parametersAfterUpdate"),
    },
  };
  checkComplete(fixture, noBackward, fields);
  return fixture;
}

function readMode(fields: Fields): boolean {
  const mode = fields.string("mode") ?? "train";
  if (mode === "train" || mode === "evaluate") return mode === "train";
  throw new FixtureError(`${fields.where}, mode`, `expected train or evaluate, got "${mode}"`);
}

function checkComplete(fixture: ModuleCase, noBackward: boolean, fields: Fields): void {
  const { error, expected } = fixture;
  const stopsBefore = (stage: "backward" | "forward"): boolean =>
    error?.stage === "construct" || error?.stage === "forward" || (stage === "backward" && error?.stage === stage);
  if (error?.stage !== "construct") fields.required("input", fields.value("input"));
  if (!stopsBefore("forward")) fields.required("output", expected.output);
  const backward = expected.gradInput !== undefined || expected.gradParameters !== undefined;
  if (noBackward ? backward : !stopsBefore("backward") && !backward) {
    throw new FixtureError(fields.where, `expected a "gradInput" or "noBackward", got ${noBackward ? "both" : "none"}`);
  }
  if (backward || error?.stage === "backward") fields.required("gradOutput", fixture.gradOutput);
  if (expected.parametersAfterUpdate !== undefined) fields.required("updateLearningRate", fixture.updateLearningRate);
}
