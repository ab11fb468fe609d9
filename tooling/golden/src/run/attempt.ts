import { FixtureError } from "../fixtures/FixtureError.ts";
import { NotImplemented } from "../mapping/NotImplemented.ts";
import type { CaseResult } from "./CaseResult.ts";

/** What a case is called and where it is. */
export type CaseName = Pick<CaseResult, "class" | "name" | "file">;

/** What a replay found: what is wrong, one line each, and the fields that it does not know. */
export interface Findings {
  readonly problems: readonly string[];
  readonly unknownFields?: readonly string[];
}

/** Replays a case. Whatever is thrown ends up in the result. */
export function attempt(name: CaseName, replay: () => Findings): CaseResult {
  try {
    const { problems, unknownFields = [] } = replay();
    const status = problems.length === 0 ? "passed" : "failed";
    return { ...name, status, details: problems, malformed: false, unknownFields };
  } catch (error) {
    return { ...name, ...outcomeOf(error), unknownFields: [] };
  }
}

function outcomeOf(error: unknown): Pick<CaseResult, "status" | "details" | "malformed"> {
  if (error instanceof NotImplemented) return { status: "missing", details: error.needed, malformed: false };
  if (error instanceof FixtureError) {
    return { status: "failed", details: [`malformed fixture: ${error.message}`], malformed: true };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { status: "failed", details: [message], malformed: false };
}
