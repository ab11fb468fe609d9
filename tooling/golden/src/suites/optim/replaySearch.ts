import { manualSeed } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import { FLOAT64_TOLERANCE, magnitude } from "../../compare/tolerance.ts";
import { rowOf } from "../../fixtures/tensors.ts";
import { LuaTensor, type LuaValue } from "../../fixtures/values.ts";
import { plainFields } from "../../mapping/build.ts";
import type { OptimCase } from "./OptimCase.ts";
import type { Optimizer } from "./optimizers.ts";
import type { Problem } from "./problems.ts";

/** Rounding is not the disturbance that the sensitivity was measured with: this factor keeps well above it. */
const ABOVE_SENSITIVITY = 100;

/**
 * Replays a search and compares all its points and values.
 *
 * @returns what is wrong, one line each
 */
export function replaySearch(fixture: OptimCase, problem: Problem, minimise: Optimizer): string[] {
  const { xs, fx, evals, thirdReturn, sensitivity } = fixture;
  const tolerance = Math.max(FLOAT64_TOLERANCE, ABOVE_SENSITIVITY * sensitivity);
  // Every point, and every value, is compared on the scale of the whole search.
  const onScale = (recorded: LuaValue, whole: Iterable<number>): { tolerance: number } => ({
    tolerance: (tolerance * magnitude(whole)) / magnitude(numbersIn(recorded)),
  });
  const values = numbersIn(fx);
  if (fixture.seed !== undefined) manualSeed(fixture.seed);
  const x = problem.begin();
  let evaluations = 0;
  const config = plainFields(fixture.config);
  const state = fixture.separateState ? {} : undefined;
  const begin = rowOf(xs, 0);
  const problems = compare("x before the first step", begin, x, onScale(begin, xs.data));
  for (let step = 0; step < fixture.steps; step++) {
    const result = minimise(
      (at) => {
        evaluations += 1;
        return problem.evaluate(at);
      },
      x,
      config,
      state,
    );
    const point = rowOf(xs, step + 1);
    problems.push(
      ...compare(`x after step ${step}`, point, x, onScale(point, xs.data)),
      ...compare(`values of step ${step}`, listed(fx[step]), result.losses, onScale(fx[step], values)),
      ...compare(`evaluations after step ${step}`, evals?.[step] ?? null, evaluations),
      ...compare(`third result of step ${step}`, thirdReturn?.[step] ?? null, result.third, { tolerance }),
    );
  }
  return problems;
}

/** Some optimisers give their values as a tensor. */
function listed(values: LuaValue): LuaValue {
  return values instanceof LuaTensor ? values.data : values;
}

function numbersIn(value: LuaValue): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof LuaTensor) return [...value.data];
  return Array.isArray(value) ? value.flatMap(numbersIn) : [];
}
