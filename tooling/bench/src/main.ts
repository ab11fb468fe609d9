import { existsSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { quick, type Timing, thorough } from "./harness/Timing.ts";
import { help } from "./help.ts";
import { machine } from "./machine/machine.ts";
import { type Choices, DEFAULT_THREADS, type Options, parseOptions, WORKLOADS } from "./options.ts";
import { measuredSection } from "./page/measuredSection.ts";
import { performancePage } from "./page/performancePage.ts";
import { checkPage, updatePage } from "./page/updatePage.ts";
import type { Results, SuiteResult } from "./Results.ts";
import { wrap } from "./report/format.ts";
import { runSuite } from "./runSuite.ts";
import { runWorkloads } from "./runWorkloads.ts";
import type { Suite } from "./suites/Suite.ts";
import { figuresOf } from "./workloads/figures.ts";
import { quickSchedule, type Schedule, thoroughSchedule } from "./workloads/Schedule.ts";
import type { System } from "./workloads/systems/System.ts";
import type { Workload } from "./workloads/Workload.ts";

/** Where the program writes, and where it was called. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** The folder that the name of a file is relative to. */
  readonly folder: string;
}

/** What there is to measure. */
export interface Contents {
  readonly suites: readonly Suite[];
  readonly workloads: readonly Workload[];
  /** The systems, among them those that have so many threads. */
  systems(threads: number): readonly System[];
}

/** How long things are measured. */
export interface Pace {
  readonly timing: Timing;
  readonly schedule: Schedule;
}

const paces = {
  thorough: { timing: thorough, schedule: thoroughSchedule },
  quick: { timing: quick, schedule: quickSchedule },
};

/**
 * The program.
 *
 * @param pace how long things are measured; what `--quick` or its absence says, when left out
 * @returns the exit code: 0; 1 when a system did not learn; 2 when the arguments are wrong
 */
export async function main(
  args: readonly string[],
  contents: Contents,
  { out, err, folder }: Surroundings,
  pace?: Pace,
): Promise<number> {
  const choices = choicesIn(contents);
  let options: Options;
  try {
    options = parseOptions(args, choices);
    checkFiles(options, folder);
  } catch (error) {
    err(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  if (options.help) {
    out(help({ ...contents, systems: choices.systems }));
    return 0;
  }
  for (const [name, value] of machine()) for (const line of wrap(`${name}: ${value}`)) out(line);
  out("");
  const results = await run(options, contents, pace ?? (options.quick ? paces.quick : paces.thorough), out);
  save(options, contents, results, folder);
  return results.outcomes.some(({ complaint }) => complaint !== undefined) ? 1 : 0;
}

/**
 * Checks that what is measured can be written, before it is measured.
 *
 * @throws Error for a file in a folder that does not exist, and for a page that is somebody's own
 */
function checkFiles({ json, micro, page }: Options, folder: string): void {
  for (const file of [json, micro, page]) {
    if (file === undefined) continue;
    const home = dirname(resolve(folder, file));
    if (!existsSync(home)) throw new Error(`expected a file in a folder that exists, got ${file}`);
  }
  if (page !== undefined) checkPage(resolve(folder, page), performancePage);
}

/** The names of everything. Systems of one name with several threads count as one. */
function choicesIn({ suites, workloads, systems }: Contents): Choices {
  return {
    suites: [WORKLOADS, ...suites.map(({ name }) => name)],
    workloads: workloads.map(({ name }) => name),
    // Some are there with several threads alone.
    systems: [...new Set(systems(2).map(({ name }) => name))],
  };
}

async function run(options: Options, contents: Contents, pace: Pace, out: (line: string) => void): Promise<Results> {
  const workloads = contents.workloads.filter(({ name }) => options.workloads.includes(name));
  const systems = contents.systems(options.threads).filter(({ name }) => options.systems.includes(name));
  const outcomes = options.suites.includes(WORKLOADS) ? await runWorkloads(workloads, systems, pace.schedule, out) : [];
  const suites: SuiteResult[] = [];
  for (const suite of contents.suites.filter(({ name }) => options.suites.includes(name))) {
    suites.push(await runSuite(suite, options.threads, pace.timing, out));
  }
  return { outcomes, suites };
}

function save(
  { json, micro, page, quick, threads }: Options,
  { workloads }: Contents,
  results: Results,
  folder: string,
): void {
  if (json !== undefined) writeJson(resolve(folder, json), figuresOf(results.outcomes));
  if (micro !== undefined) writeJson(resolve(folder, micro), results.suites);
  if (page === undefined) return;
  const chosen = `${quick ? "--quick " : ""}${threads === DEFAULT_THREADS ? "" : `--threads ${threads} `}`;
  const command = `npm run bench -- ${chosen}--page ${page}`;
  const conditions = { machine: machine(), date: new Date(), command, quick };
  updatePage(resolve(folder, page), measuredSection(results, workloads, conditions), performancePage);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
