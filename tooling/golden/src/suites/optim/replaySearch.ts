import { isTensor, manualSeed } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import { FLOAT64_TOLERANCE } from "../../compare/tolerance.ts";
import { rowOf } from "../../fixtures/tensors.ts";
import { plainFields } from "../../mapping/build.ts";
import { compareOutcome } from "./compareOutcome.ts";
import { compareSteps } from "./compareSteps.ts";
import type { OptimCase } from "./OptimCase.ts";
import type { Optimizer } from "./optimizers.ts";
import type { Problem } from "./problems.ts";
import type { Replayed } from "./Replayed.ts";

/** Rounding is not the disturbance that the sensitivity was measured with: this factor keeps well above it. */
const ABOVE_SENSITIVITY = 100;

/** From here on a comparison of points would pass whatever they are: the run depends on how every number was rounded. */
const LARGEST_TOLERANCE = 1e-2;

/**
 * Replays a search and compares all its points and values; of one that magnifies rounding beyond measure, what does not depend
 * on it, and how well it ended.
 *
 * @returns what is wrong, one line each
 */
export function replaySearch(fixture: OptimCase, problem: Problem, minimise: Optimizer): string[] {
  const tolerance = Math.max(FLOAT64_TOLERANCE, ABOVE_SENSITIVITY * fixture.sensitivity);
  const steps = replay(fixture, problem, minimise);
  const problems = compare("x before the first step", rowOf(fixture.xs, 0), problem.begin());
  return tolerance <= LARGEST_TOLERANCE
    ? [...problems, ...compareSteps(fixture, steps, tolerance)]
    : [...problems, ...compareOutcome(fixture, steps, problem)];
}

function replay(fixture: OptimCase, problem: Problem, minimise: Optimizer): Replayed[] {
  if (fixture.seed !== undefined) manualSeed(fixture.seed);
  const x = problem.begin();
  let evaluations = 0;
  const config = plainFields(fixture.config);
  const state = fixture.separateState ? {} : undefined;
  return Array.from({ length: fixture.steps }, () => {
    const { losses, third } = minimise(
      (at) => {
        evaluations += 1;
        return problem.evaluate(at);
      },
      x,
      config,
      state,
    );
    // Later calls may change what this one gave.
    return { point: x.clone(), losses, third: isTensor(third) ? third.clone() : third, evaluations };
  });
}
