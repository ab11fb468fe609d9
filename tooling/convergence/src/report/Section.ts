import { measure } from "../measure/measure.ts";
import type { Outcome } from "../measure/Outcome.ts";
import type { Method } from "../methods/Method.ts";
import { numberText } from "../numberText.ts";
import type { Problem } from "../problems/Problem.ts";
import { cell, short } from "./cell.ts";
import { text } from "./tables.ts";

/** How a method fared at a problem; without outcomes when it is not meant for it. */
interface Line {
  readonly method: Method;
  readonly usual?: Outcome;
  readonly tuned?: Outcome;
}

/** What came of a problem. */
export interface Section {
  readonly problem: Problem;
  /** The loss at the start. */
  readonly first: number;
  readonly lines: readonly Line[];
}

/** Measures methods at a problem. */
export function section(problem: Problem, methods: readonly Method[]): Section {
  const [first] = problem.evaluate(problem.start());
  const lines = methods.map((method): Line => {
    const setting = method.tuned[problem.name];
    if (setting === undefined) return { method };
    return { method, usual: measure(problem, method.usual.search), tuned: measure(problem, setting.search) };
  });
  return { problem, first, lines };
}

/** The numbers behind a table, in one line. */
export function note({ problem, first }: Section): string {
  return `Loss at the start ${short(first)}, to reach ${numberText(problem.target)}, at most ${problem.limit} evaluations.`;
}

/** The table as text. */
export function sectionText(section: Section): string {
  const rows = section.lines.map(({ method, usual, tuned }) => [method.name, cell(usual), cell(tuned)]);
  return [section.problem.title, "", text([["method", "default", "tuned"], ...rows]), "", note(section), ""].join("\n");
}
