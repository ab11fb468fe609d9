import type { Fields } from "../../fixtures/Fields.ts";
import { specIn } from "../../fixtures/specIn.ts";
import type { LuaValue, ModuleSpec } from "../../fixtures/values.ts";
import { type ExpectedError, expectedError } from "../stages.ts";

/** One recorded use of a criterion. */
export interface CriterionCase {
  readonly spec: ModuleSpec;
  readonly seed: number | undefined;
  readonly rngBeforeForward: number | undefined;
  readonly noncontiguous: boolean;
  readonly input: LuaValue;
  /** Undefined for criterions without one. */
  readonly target: LuaValue | undefined;
  readonly error: ExpectedError | undefined;
  readonly loss: number | undefined;
  readonly gradInput: LuaValue | undefined;
}

/**
 * Reads a case.
 *
 * @throws FixtureError for a case that does not have the format
 */
export function readCriterionCase(fields: Fields, className: string): CriterionCase {
  for (const name of ["name", "kind", "note"]) fields.string(name);
  const error = expectedError(fields.string("errorIn"), fields.string("errorMessage"), fields.where);
  const loss = fields.number("loss");
  const gradInput = fields.value("gradInput");
  if (error === undefined || error.stage === "backward") fields.required("loss", loss);
  if (error === undefined && fields.boolean("noBackward") !== true) fields.required("gradInput", gradInput);
  return {
    spec: specIn(fields, className),
    seed: fields.number("seed"),
    rngBeforeForward: fields.number("rngBeforeForward"),
    noncontiguous: fields.boolean("noncontiguous") ?? false,
    input: fields.required("input", fields.value("input")),
    target: fields.value("target"),
    error,
    loss,
    gradInput,
  };
}
