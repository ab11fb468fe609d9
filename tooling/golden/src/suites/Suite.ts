import type { Registry } from "../mapping/rows.ts";
import type { CaseResult } from "../run/CaseResult.ts";

/** A file of fixtures, read. */
export interface FixtureFile {
  /** As `nn/Linear.json`. */
  readonly file: string;
  readonly json: unknown;
}

/** Replays all cases of a file. */
export type Suite = (fixtures: FixtureFile, registry: Registry) => CaseResult[];
