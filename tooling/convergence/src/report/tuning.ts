import { tune } from "../measure/tune.ts";
import type { Method } from "../methods/Method.ts";
import type { Problem } from "../problems/Problem.ts";
import { cell } from "./cell.ts";

/**
 * Looks for a method's best settings: gives a line that tells them, and the settings so far when those are others;
 * nothing when the method is not meant for the problem.
 */
export function tuningLine(problem: Problem, method: Method): string | undefined {
  const known = method.tuned[problem.name];
  if (known === undefined) return undefined;
  const { setting, outcome } = tune(problem, method);
  const change = setting.text === known.text ? "" : `; so far ${known.text}`;
  return `${method.name}: ${cell(outcome)} with ${setting.text}${change}`;
}
