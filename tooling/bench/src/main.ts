import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { measure } from "./harness/measure.ts";
import { type Timing, thorough } from "./harness/Timing.ts";
import { formatTime, table } from "./report/table.ts";
import type { Suite } from "./suites/Suite.ts";

/** Where the program writes, and where it was called. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** The folder that the name of a file is relative to. */
  readonly folder: string;
}

const HELP = `bench [suite ...] [--json file]

Measures alternatives in alternation and prints the median time of each and its
ratio to the first. Without names, all suites run.

  --json file   writes the numbers to a file as well
  --help        prints this`;

/**
 * The program.
 *
 * @returns the exit code: 0, or 2 when the arguments are wrong
 */
export function main(
  args: readonly string[],
  suites: readonly Suite[],
  { out, err, folder }: Surroundings,
  timing: Timing = thorough,
): number {
  const parsed = parse(args, err);
  if (parsed === undefined) return 2;
  if (parsed.help) {
    out(HELP);
    out(["", "Suites:", ...suites.map(({ name, about }) => `  ${name}: ${about}`)].join("\n"));
    return 0;
  }
  const known = suites.map(({ name }) => name);
  const stranger = parsed.names.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    err(`bench: expected suites named ${known.join(", ")}, got ${stranger}`);
    return 2;
  }
  const chosen = suites.filter(({ name }) => parsed.names.length === 0 || parsed.names.includes(name));
  const results = chosen.map((suite) => runSuite(suite, out, timing));
  if (parsed.json !== undefined) {
    writeFileSync(resolve(folder, parsed.json), `${JSON.stringify({ suites: results }, undefined, 2)}\n`);
  }
  return 0;
}

function runSuite(suite: Suite, out: (line: string) => void, timing: Timing) {
  out(`${suite.name}: ${suite.about}`);
  out(`${timing.samples} samples of at least ${formatTime(timing.sampleTime)} each\n`);
  const comparisons = suite.prepare().map((comparison) => measure(comparison, timing));
  out(`${table(comparisons).join("\n")}\n`);
  return { name: suite.name, about: suite.about, comparisons };
}

function parse(
  args: readonly string[],
  err: (line: string) => void,
): { names: string[]; json: string | undefined; help: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    return { names: positionals, json: values.json, help: values.help ?? false };
  } catch (error) {
    err(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
