import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { backends } from "./backends.ts";
import { families } from "./rows/rows.ts";
import { outcomesOn } from "./table/outcomes.ts";
import { cells, markdown, text } from "./table/table.ts";

const USAGE = `Usage: npm run conformance -- [--page file]

Puts every module through what modules promise, on every backend that is there,
and prints a table: how many forms of each class passed. "input" and "params"
are gradients against finite differences in float64, within 1e-6.

  --page file  write the table into a page of Markdown
  --help       print this`;

const INTRODUCTION = `# What every module is checked for

Each class is checked in every form listed in \`tooling/conformance\`: plain and batched, with its options, in training and
evaluation. \`checkModule\` of \`@rushlight/module/testing\` makes the checks; the columns count the forms that passed them:

- **input**, **params**: gradients against finite differences, within 1e-6 in float64, with respect to the input and to
  each parameter;
- **batch**: samples one by one give what their batch gives;
- **strides**: arguments that are not contiguous give what contiguous ones give;
- **float32**: close to float64;
- **shared**: modules that share parameters and gradients add up their gradients and move once.

A number below that of the forms, or "-", means that the check does not apply to the others: a vector is no batch, and a
module without parameters has nothing to share. The last columns tell for each backend whether all forms passed
all checks: besides those above, gradients that accumulate and scale, zeroing, updates without buffers, clones, clearState,
the same results as the plain backend, no memory taken from step to step, arguments left alone, and no work for an input
gradient that is not needed. \`npm run conformance -- --page docs/conformance.md\` writes this page.
`;

/** Where the output goes. */
export interface Output {
  /** Takes a line for standard output. */
  out(line: string): void;
  /** Takes a line for standard error. */
  err(line: string): void;
}

/**
 * Runs the command.
 *
 * @param args the arguments of the command line
 * @returns the exit code: 0 when every form passed every check on every backend
 */
export function main(args: readonly string[], { out, err }: Output): number {
  const options = { page: { type: "string" }, help: { type: "boolean", default: false } } as const;
  const { page, help } = parseArgs({ args: [...args], options }).values;
  if (help) {
    out(USAGE);
    return 0;
  }
  const failures: string[] = [];
  const sections: string[] = [];
  for (const { name, rows } of families) {
    const results = backends().map((backend) => ({ backend: backend.name, outcomes: outcomesOn(backend, rows) }));
    const table = cells(results);
    out(`${name}\n\n${text(table)}\n`);
    sections.push(`## ${name}\n\n${markdown(table)}\n`);
    for (const { backend, outcomes } of results) {
      failures.push(...outcomes.flatMap((outcome) => outcome.failures.map((failure) => `${backend}: ${failure}`)));
    }
  }
  if (page !== undefined) writeFileSync(page, [INTRODUCTION, ...sections].join("\n"));
  for (const failure of failures) err(failure);
  return failures.length === 0 ? 0 : 1;
}
