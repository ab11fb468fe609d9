import { checkgrad } from "@rushlight/optim";
import { compare } from "../../../compare/compare.ts";
import { FLOAT64_TOLERANCE, magnitude } from "../../../compare/tolerance.ts";
import type { Fields } from "../../../fixtures/Fields.ts";
import { readProblem } from "../problems.ts";

/** How many roundings of a loss an estimate may show: sums in another order show up to five, and a step back to x one more. */
const ROUNDINGS = 16;

/** A gradient beside its estimate. Differences of losses magnify how they were rounded, by 1 / eps. */
export function replayCheckgrad(fixture: Fields, problems: Fields): string[] {
  const problem = readProblem(fixture.required("problem", fixture.string("problem")), problems);
  const check = checkgrad(problem.evaluate, problem.begin(), fixture.number("eps"));
  const diff = fixture.required("diff", fixture.number("diff"));
  const estimate = fixture.required("dC_est", fixture.tensor("dC_est"));
  const [loss] = problem.evaluate(problem.begin());
  const rounding = (ROUNDINGS * Number.EPSILON * (1 + Math.abs(loss))) / check.epsilon;
  const shareOfRounding = rounding / check.gradient.clone().add(check.estimate).norm();
  const within = (distance: number, recorded: Iterable<number>): { tolerance: number } => ({
    tolerance: Math.max(FLOAT64_TOLERANCE, distance / magnitude(recorded)),
  });
  return [
    ...compare("diff", diff, check.difference, within(shareOfRounding, [diff])),
    ...compare("dC", fixture.required("dC", fixture.tensor("dC")), check.gradient),
    ...compare("dC_est", estimate, check.estimate, within(rounding, estimate.data)),
  ];
}
