import type { Method } from "../methods/Method.ts";
import { rates } from "../methods/rates.ts";
import { numberText } from "../numberText.ts";
import { cell } from "./cell.ts";
import { note, type Section } from "./Section.ts";
import { markdown } from "./tables.ts";

const introduction = (node: string): string => `# How fast the optimisers converge

How often each optimiser of \`@rushlight/optim\` evaluates a loss until it is as low as wanted, on three problems: with default
settings, and with settings tuned for the problem. \`npm run convergence -- --page docs/convergence.md\` wrote this page, with
Node ${node} and the WebAssembly kernels. All of it is deterministic; kernels that round differently may change a number a
little.

- Every evaluation counts, of the loss alone or with its gradient, also those of line searches and within one call. The call
  is repeated until an evaluation gives the loss to reach, or there were as many as the limit says.
- **> 2000 (0.31)**: those were not enough, and 0.31 is the lowest loss. Where the number is below the limit, the method
  ended by itself.
- **diverged**: the loss was no number, or the last 100 losses are all above the first. The command fails when this happens
  with default settings. The problems are scaled so that the defaults, which are Torch's, suit Torch's formulas: gradient
  steps of length 0.001 are stable where the curvature is below 2000, with Nesterov's momentum of 0.9 where it is below 1357.
- **–**: the method is not meant for the problem.

Tuned settings are the best of those [listed below](#settings-that-were-tried), with defaults for what is not named;
\`npm run convergence -- --tune\` looks for them again. Default settings are none but what a row is about and what a class
requires, also listed. With them a call of \`cg\` ends after some 25 evaluations and one of \`fista\` after at most 50
iterations, and the next begins anew; with tuned settings one call goes on. \`cmaes\` draws from a generator with the seed 1,
\`de\` from its own.
`;

/** The page with all tables. */
export function page(sections: readonly Section[], methods: readonly Method[], node: string): string {
  return [introduction(node), ...sections.map(sectionOfPage), settingsOfPage(methods)].join("\n");
}

function sectionOfPage(section: Section): string {
  const { problem, lines } = section;
  const rows = lines.map(({ method, usual, tuned }) => [
    method.name,
    cell(usual),
    cell(tuned),
    method.tuned[problem.name]?.text ?? "–",
  ]);
  const table = markdown([["method", "default", "tuned", "tuned settings"], ...rows], [1, 2]);
  return [`## ${problem.title}`, problem.description, note(section), table].join("\n\n").concat("\n");
}

function settingsOfPage(methods: readonly Method[]): string {
  const rows = methods.map((method) => [method.name, method.usual.text || "none", triedText(method)]);
  const table = markdown([["method", "default settings", "tried, in all combinations"], ...rows]);
  return ["## Settings that were tried", `A rate is one of ${rates.map(numberText).join(", ")}.`, table]
    .join("\n\n")
    .concat("\n");
}

/** For each setting the values that were tried. */
function triedText({ tried }: Method): string {
  const values = new Map<string, Set<string>>();
  for (const setting of tried) {
    for (const [name, value] of setting.values) values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  return [...values].map(([name, texts]) => `${name}: ${listed([...texts])}`).join("; ");
}

/** Values in a list; the rates, which many methods try, by the name that the page gives them. */
function listed(values: readonly string[]): string {
  const text = values.join(" or ");
  return text === rates.map(numberText).join(" or ") ? "any rate" : text;
}
