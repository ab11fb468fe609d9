import { compare } from "../../compare/compare.ts";
import { rowOf, toTensor } from "../../fixtures/tensors.ts";
import { numbersIn } from "./numbersIn.ts";
import type { OptimCase } from "./OptimCase.ts";
import type { Problem } from "./problems.ts";
import type { Replayed } from "./Replayed.ts";

/** The values that no eigenvector has touched: at the beginning, and the best of the first generation. */
const PORTABLE = 2;

/**
 * How much of what Torch7 gained has to be gained here. Of two searches that differ by rounding alone, one gains less than this
 * share of what the other does in at most 3 of 1000 pairs of 30 to 120 evaluations in 10 dimensions.
 */
const SHARE = 1 / 3;

/** How many evaluations may differ where a search ends by what it finds, not by their number. */
const EVALUATIONS_TOLERANCE = 0.5;

/**
 * Compares a search by random numbers that magnifies rounding: its values as long as they are portable, the number of its
 * evaluations, that the point it gives has the value it gives, and how low that value is.
 */
export function compareOutcome(fixture: OptimCase, steps: readonly Replayed[], problem: Problem): string[] {
  const { xs, fx, evals, thirdReturn } = fixture;
  const recorded = numbersIn(fx);
  const values = steps.flatMap(({ losses }) => losses);
  const end = steps[steps.length - 1];
  const [recordedEnd, valueEnd] = [recorded[recorded.length - 1], values[values.length - 1]];
  const [recordedValue] = problem.evaluate(toTensor(rowOf(xs, steps.length)));
  const [value] = problem.evaluate(end.point);
  const counted = endsByCount(fixture) ? {} : { tolerance: EVALUATIONS_TOLERANCE };
  const enough = recorded[0] - SHARE * (recorded[0] - recordedEnd);
  return [
    ...compare("the first values", recorded.slice(0, PORTABLE), values.slice(0, PORTABLE)),
    ...compare("evaluations", evals?.[steps.length - 1] ?? null, end.evaluations, counted),
    ...compare("third result", thirdReturn?.[steps.length - 1] ?? null, end.third, counted),
    ...compare("the recorded value of the last point", recordedEnd, recordedValue),
    ...compare("the value of the last point", valueEnd, value),
    ...(valueEnd <= enough ? [] : [`the last value: expected ${enough} or less, got ${valueEnd}`]),
  ];
}

/** Whether Torch7 made all the evaluations that it was allowed. */
function endsByCount({ config, evals }: OptimCase): boolean {
  const [allowed, made] = [config.get("maxEval"), evals?.at(-1)];
  return typeof allowed === "number" && typeof made === "number" && made >= allowed;
}
