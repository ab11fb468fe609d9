import { checkgrad } from "@rushlight/optim";
import { compare } from "../../../compare/compare.ts";
import type { Fields } from "../../../fixtures/Fields.ts";
import { readProblem } from "../problems.ts";

/** A gradient beside its estimate. */
export function replayCheckgrad(fixture: Fields, problems: Fields): string[] {
  const problem = readProblem(fixture.required("problem", fixture.string("problem")), problems);
  const check = checkgrad(problem.evaluate, problem.begin(), fixture.number("eps"));
  return [
    ...compare("diff", fixture.required("diff", fixture.number("diff")), check.difference),
    ...compare("dC", fixture.required("dC", fixture.tensor("dC")), check.gradient),
    ...compare("dC_est", fixture.required("dC_est", fixture.tensor("dC_est")), check.estimate),
  ];
}
