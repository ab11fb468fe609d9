import { existsSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { help } from "./help.ts";
import type { Method } from "./methods/Method.ts";
import { type Options, parseOptions } from "./options.ts";
import type { Problem, ProblemName } from "./problems/Problem.ts";
import { page } from "./report/page.ts";
import { type Section, section, sectionText } from "./report/Section.ts";
import { tuningLine } from "./report/tuning.ts";

/** Where the output goes. */
export interface Output {
  /** Takes a line for standard output. */
  out(line: string): void;
  /** Takes a line for standard error. */
  err(line: string): void;
}

/** What is measured. */
export interface Contents {
  readonly problems: Readonly<Record<ProblemName, () => Problem>>;
  readonly methods: readonly Method[];
}

/**
 * Runs the command.
 *
 * @param args the arguments of the command line
 * @returns the exit code: 0; 1 when a method diverged with its default settings; 2 when the arguments are wrong
 */
export function main(args: readonly string[], { problems, methods }: Contents, { out, err }: Output): number {
  let options: Options;
  try {
    options = parseOptions(args);
    checkFolder(options.page);
  } catch (error) {
    err(`convergence: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  if (options.help) {
    out(help);
    return 0;
  }
  const sections: Section[] = [];
  for (const name of options.problems) {
    const problem = problems[name]();
    if (options.tune) printBest(problem, methods, out);
    else sections.push(printed(section(problem, methods), out));
  }
  if (options.page !== undefined) writeFileSync(options.page, page(sections, methods, process.versions.node));
  const diverged = sections.flatMap(divergedByDefault);
  for (const line of diverged) err(line);
  return diverged.length === 0 ? 0 : 1;
}

/**
 * Checks that the page can be written, before all is measured.
 *
 * @throws Error for a file in a folder that does not exist
 */
function checkFolder(page: string | undefined): void {
  if (page === undefined || existsSync(dirname(resolve(page)))) return;
  throw new Error(`expected a file in a folder that exists, got --page ${page}`);
}

function printed(section: Section, out: Output["out"]): Section {
  out(sectionText(section));
  return section;
}

function printBest(problem: Problem, methods: readonly Method[], out: Output["out"]): void {
  out(`${problem.title}\n`);
  for (const method of methods) {
    const line = tuningLine(problem, method);
    if (line !== undefined) out(line);
  }
  out("");
}

function divergedByDefault({ problem, lines }: Section): string[] {
  return lines
    .filter(({ usual }) => usual?.end === "diverged")
    .map(({ method }) => `${problem.name}: ${method.name} diverged with its default settings`);
}
