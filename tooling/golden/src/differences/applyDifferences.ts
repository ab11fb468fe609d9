import type { CaseResult } from "../run/CaseResult.ts";
import { type Difference, isAbout } from "./Difference.ts";

/** Results in which the cases that differ on purpose are marked, and what is wrong with the table of them. */
export interface Applied {
  readonly results: readonly CaseResult[];
  /** Patterns whose cases pass. */
  readonly passing: readonly string[];
  /** Patterns that no case has. */
  readonly unknown: readonly string[];
}

/** Marks the failed cases that are meant to differ. A fixture that can not be read is never meant to. */
export function applyDifferences(results: readonly CaseResult[], differences: readonly Difference[]): Applied {
  const isMeant = ({ class: className, name }: CaseResult): boolean =>
    differences.some((difference) => isAbout(difference, className, name));
  const casesOf = (difference: Difference): CaseResult[] =>
    results.filter(({ class: className, name }) => isAbout(difference, className, name));
  return {
    results: results.map((result) =>
      result.status === "failed" && !result.malformed && isMeant(result) ? { ...result, status: "differs" } : result,
    ),
    passing: differences
      .filter((difference) => casesOf(difference).some(({ status }) => status === "passed"))
      .map(({ pattern }) => pattern),
    unknown: differences.filter((difference) => casesOf(difference).length === 0).map(({ pattern }) => pattern),
  };
}
