import { compare } from "../../compare/compare.ts";
import { FLOAT64_TOLERANCE, magnitude } from "../../compare/tolerance.ts";
import { rowOf } from "../../fixtures/tensors.ts";
import type { LuaValue } from "../../fixtures/values.ts";
import { compareEnds } from "./compareEnds.ts";
import { listed, numbersIn } from "./numbersIn.ts";
import type { OptimCase } from "./OptimCase.ts";
import type { Replayed } from "./Replayed.ts";

/** Compares all points and values of a search. */
export function compareSteps(fixture: OptimCase, steps: readonly Replayed[], tolerance: number): string[] {
  const { xs, fx, evals, thirdReturn } = fixture;
  const values = numbersIn(fx);
  // Every point, and every value, is compared on the scale of the whole search.
  const onScale = (recorded: LuaValue, whole: Iterable<number>): { tolerance: number } => ({
    tolerance: (tolerance * magnitude(whole)) / magnitude(numbersIn(recorded)),
  });
  const compareValues = (name: string, recorded: LuaValue, losses: readonly number[]): string[] => {
    const numbers = numbersIn(recorded);
    // Line searches on a quadratic divide by what rounding leaves of a coefficient that is 0: they go another way then.
    return tolerance > FLOAT64_TOLERANCE && numbers.length !== losses.length
      ? compareEnds(name, numbers, losses, tolerance * magnitude(values))
      : compare(name, listed(recorded), losses, onScale(recorded, values));
  };
  return steps.flatMap(({ point, losses, third, evaluations }, step) => {
    const recorded = rowOf(xs, step + 1);
    return [
      ...compare(`x after step ${step}`, recorded, point, onScale(recorded, xs.data)),
      ...compareValues(`values of step ${step}`, fx[step], losses),
      ...compare(`evaluations after step ${step}`, evals?.[step] ?? null, evaluations),
      ...compare(`third result of step ${step}`, thirdReturn?.[step] ?? null, third, { tolerance }),
    ];
  });
}
