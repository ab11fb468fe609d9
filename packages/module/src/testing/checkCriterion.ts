import type { Activation } from "../activation/Activation.ts";
import type { Criterion } from "../criterion/Criterion.ts";
import { CriterionUnderTest } from "./CriterionUnderTest.ts";
import { criterionChecks } from "./criterionChecks.ts";
import { type CheckReport, runChecks } from "./runChecks.ts";
import { type CheckOptions, settingsOf } from "./settings.ts";

/**
 * Checks everything that a criterion promises: the gradient against finite differences, the fields that forward and
 * backward set, repetition, clones, strided against contiguous arguments, float32 against float64, the backend in use
 * against the plain one, no memory taken from step to step, and arguments left alone. The criterion itself is not
 * changed: all of it happens on copies.
 *
 * @param criterion any criterion
 * @param input an input for it, small, since finite differences look at every element; away from kinks
 * @param target what to compare it with; undefined for a criterion without one
 * @returns which checks were made
 * @throws CheckError naming all checks that failed
 * @example
 * ```ts
 * import { Criterion } from "@rushlight/module";
 * import { checkCriterion } from "@rushlight/module/testing";
 * import { randn, type Tensor } from "@rushlight/tensor";
 *
 * class Product extends Criterion {
 *   updateOutput(input: Tensor, target: Tensor): number {
 *     this.output = input.dot(target);
 *     return this.output;
 *   }
 *   updateGradInput(input: Tensor, target: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).copy(target);
 *   }
 * }
 * const report = checkCriterion(new Product(), randn(4, 3), randn(4, 3));
 * console.log(report.passed.length, report.skipped.length); // 9 0
 * ```
 */
export function checkCriterion<I extends Activation, T>(
  criterion: Criterion<I, T>,
  input: I,
  target: T,
  options: CheckOptions = {},
): CheckReport {
  const subject = new CriterionUnderTest(criterion, input, target);
  return runChecks(
    criterionChecks,
    subject,
    settingsOf(options),
    (name) => name !== "striding" || (options.strided ?? true),
  );
}
