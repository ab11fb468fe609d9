import type { Activation, Criterion } from "@rushlight/module";
import { type CheckOptions, type CheckReport, checkCriterion } from "@rushlight/module/testing";

/** A form of a criterion to put through every check. */
export interface CriterionRow {
  /** Begins with the name of the class. */
  readonly name: string;
  readonly criterion: () => Criterion<Activation, unknown>;
  /** Makes the checks. */
  readonly check: () => CheckReport;
  /** The checks that do not apply. */
  readonly skipped: readonly string[];
}

/** A row, of which the compiler checks that the criterion takes the input and the target. */
export function criterionRow<I extends Activation, T>(
  name: string,
  criterion: () => Criterion<I, T>,
  input: () => I,
  target: () => T,
  { skipped = [], ...options }: CheckOptions & { readonly skipped?: readonly string[] } = {},
): CriterionRow {
  return { name, criterion, skipped, check: () => checkCriterion(criterion(), input(), target(), options) };
}
