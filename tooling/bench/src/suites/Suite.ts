import type { Comparison } from "../harness/Comparison.ts";

/** Comparisons that belong together. */
export interface Suite {
  readonly name: string;
  /** What it compares, in one line. */
  readonly about: string;
  /**
   * Makes the comparisons, with their data. Before that it runs what a program that computes all kinds of things would
   * have run, since an engine compiles code for what it has seen.
   */
  prepare(): readonly Comparison[];
}
