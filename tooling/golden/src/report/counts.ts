import type { CaseResult } from "../run/CaseResult.ts";
import type { Report } from "../run/runGolden.ts";

/** How many cases went how. */
export interface Counts {
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  /** Cases that do not match on purpose. */
  readonly differs: number;
  readonly missing: number;
}

/** The counts of some cases. */
export function count(results: readonly CaseResult[]): Counts {
  const having = (status: CaseResult["status"]): number => results.filter((result) => result.status === status).length;
  return {
    cases: results.length,
    passed: having("passed"),
    failed: having("failed"),
    differs: having("differs"),
    missing: having("missing"),
  };
}

/** The counts of each class, in alphabetical order. Classes without a fixture have no cases. */
export function countByClass({ results, withoutFixture }: Report): ReadonlyMap<string, Counts> {
  const byClass = new Map<string, CaseResult[]>(withoutFixture.map((name) => [name, []]));
  for (const result of results) byClass.set(result.class, [...(byClass.get(result.class) ?? []), result]);
  return new Map([...byClass].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => [name, count(own)]));
}
