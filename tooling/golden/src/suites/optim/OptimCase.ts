import type { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import type { LuaList, LuaRecord, LuaTensor } from "../../fixtures/values.ts";

/** One recorded search. */
export interface OptimCase {
  readonly method: string;
  readonly problem: string;
  readonly config: LuaRecord;
  readonly seed: number | undefined;
  /** How often the optimiser was called. */
  readonly steps: number;
  /** Whether its state was kept in a table of its own, apart from the settings. */
  readonly separateState: boolean;
  /** How far the points move, relative to the largest, when the first moves by 1e-13. */
  readonly sensitivity: number;
  /** The points `[steps + 1, n]`, the first included. */
  readonly xs: LuaTensor;
  /** The values that each call gave. */
  readonly fx: LuaList;
  /** How often the function was evaluated until the end of each call. */
  readonly evals: LuaList | undefined;
  /** The third result of each call. */
  readonly thirdReturn: LuaList | undefined;
}

/**
 * Reads a case.
 *
 * @throws FixtureError for a case that does not have the format
 */
export function readOptimCase(fields: Fields): OptimCase {
  fields.string("name");
  fields.string("note");
  const fixture: OptimCase = {
    method: fields.required("method", fields.string("method")).replace(/^optim\./, ""),
    problem: fields.required("problem", fields.string("problem")),
    config: fields.record("config") ?? new Map(),
    seed: fields.number("seed"),
    steps: fields.required("steps", fields.number("steps")),
    separateState: fields.boolean("separateState") ?? false,
    sensitivity: fields.number("sensitivity") ?? 0,
    xs: fields.required("xs", fields.tensor("xs")),
    fx: fields.required("fx", fields.list("fx")),
    evals: fields.list("evals"),
    thirdReturn: fields.list("thirdReturn"),
  };
  const { steps } = fixture;
  checkLength("xs", fixture.xs.size[0], steps + 1, fields);
  checkLength("fx", fixture.fx.length, steps, fields);
  checkLength("evals", fixture.evals?.length, steps, fields);
  checkLength("thirdReturn", fixture.thirdReturn?.length, steps, fields);
  return fixture;
}

function checkLength(name: string, length: number | undefined, expected: number, fields: Fields): void {
  if (length === undefined || length === expected) return;
  throw new FixtureError(`${fields.where}, ${name}`, `expected ${expected} entries, got ${length}`);
}
