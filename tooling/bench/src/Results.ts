import type { Measured } from "./harness/measure.ts";
import type { Fact } from "./suites/Suite.ts";
import type { Outcome } from "./workloads/Outcome.ts";

/** What a suite measured in this process. */
export interface SuiteResult {
  readonly name: string;
  readonly about: string;
  readonly comparisons: readonly Measured[];
  readonly facts: readonly Fact[];
  readonly remarks: readonly string[];
}

/** What a run measured. */
export interface Results {
  /** Of the workloads; empty when they were not asked for. */
  readonly outcomes: readonly Outcome[];
  readonly suites: readonly SuiteResult[];
}
