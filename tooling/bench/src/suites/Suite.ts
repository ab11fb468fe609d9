import type { Comparison } from "../harness/Comparison.ts";

/** A number that is not a time. */
export interface Fact {
  readonly name: string;
  readonly value: number;
  /** The most that it may be. */
  readonly atMost: number;
}

/** What a suite measures. */
interface Preparation {
  readonly comparisons: readonly Comparison[];
  readonly facts?: readonly Fact[];
  /** What is left out, and why. */
  readonly remarks?: readonly string[];
  /** Ends what the comparisons run on, when they have been measured. */
  close?(): Promise<void>;
}

/** Comparisons that belong together, measured in this process. */
export interface Suite {
  readonly name: string;
  /** What it compares, in one line. */
  readonly about: string;
  /**
   * Makes the comparisons, with their data. Before that it runs what a program that computes all kinds of things would
   * have run, since an engine compiles code for what it has seen.
   *
   * @param threads how many threads are compared with one
   */
  prepare(threads: number): Preparation | Promise<Preparation>;
}
