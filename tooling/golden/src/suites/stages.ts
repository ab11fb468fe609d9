import { FixtureError } from "../fixtures/FixtureError.ts";
import { MappingError } from "../mapping/MappingError.ts";
import { NotImplemented } from "../mapping/NotImplemented.ts";

/** A step of a replay: gives what is wrong, one line each. */
export interface Stage {
  readonly name: "construct" | "forward" | "backward" | "update";
  run(): readonly string[];
}

/** Where Torch7 threw, and what it said. */
export interface ExpectedError {
  readonly stage: Stage["name"];
  readonly message: string | undefined;
}

const stageNames: ReadonlyMap<string, Stage["name"]> = new Map([
  ["construct", "construct"],
  ["constructor", "construct"],
  ["new", "construct"],
  ["add", "construct"],
  ["config", "construct"],
  ["calls", "construct"],
  ["forward", "forward"],
  ["updateOutput", "forward"],
  ["backward", "backward"],
  ["updateGradInput", "backward"],
  ["accGradParameters", "backward"],
  ["updateParameters", "update"],
]);

/**
 * Where a case says that Torch7 threw.
 *
 * @throws FixtureError for a name that is no step of a replay
 */
export function expectedError(
  errorIn: string | undefined,
  message: string | undefined,
  where: string,
): ExpectedError | undefined {
  if (errorIn === undefined) return undefined;
  const stage = stageNames.get(errorIn);
  if (stage !== undefined) return { stage, message };
  throw new FixtureError(`${where}, errorIn`, `expected ${[...stageNames.keys()].join(", ")}, got "${errorIn}"`);
}

/**
 * Takes the steps of a replay in order. Where Torch7 threw we must throw too, and nothing comes after.
 *
 * @returns what is wrong, one line each
 */
export function runStages(stages: readonly Stage[], expected: ExpectedError | undefined): string[] {
  const problems: string[] = [];
  for (const stage of stages) {
    try {
      problems.push(...stage.run());
    } catch (error) {
      if (stage.name === expected?.stage && isOwnError(error)) return problems;
      throw error;
    }
    if (stage.name === expected?.stage) {
      return [...problems, `${stage.name}: expected an error as Torch7 throws (${expected.message ?? "no message"})`];
    }
  }
  return expected === undefined ? problems : [...problems, `${expected.stage}: expected an error, got no such step`];
}

/** True for errors that Rushlight throws: neither the runner's own, nor those of a program that went wrong. */
export function isOwnError(error: unknown): boolean {
  if (error instanceof MappingError || error instanceof NotImplemented || error instanceof FixtureError) return false;
  return error instanceof Error && ![Error, TypeError, ReferenceError].some((type) => error.constructor === type);
}
