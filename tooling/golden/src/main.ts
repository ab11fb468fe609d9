import { parseArgs } from "node:util";
import { readDifferences } from "./differences/readDifferences.ts";
import { FixtureFolder } from "./fixtures/FixtureFolder.ts";
import { differencesFile, ownFixtures } from "./locations.ts";
import { registry } from "./mapping/registry.ts";
import { count } from "./report/counts.ts";
import { jsonReport } from "./report/json.ts";
import { notes } from "./report/notes.ts";
import { countTable } from "./report/table.ts";
import { type Report, runGolden } from "./run/runGolden.ts";

const USAGE = `Usage: pnpm golden [--json]

Replays the numbers that Lua Torch7 computed and prints how many cases match.

  --json  print the counts as one JSON object
  --help  print this

RUSHLIGHT_GOLDEN names another folder of the same format.`;

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
 * @param environment the variables of the environment
 * @returns the exit code: 0 when no case failed, 1 when one did, or when nothing could be run
 */
export function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { out, err }: Output,
): number {
  try {
    const { json, help } = readOptions(args);
    if (help) {
      out(USAGE);
      return 0;
    }
    const report = replay(environment.RUSHLIGHT_GOLDEN);
    const remarks = notes(report, "docs/differences-from-torch.md");
    if (json) {
      out(JSON.stringify(jsonReport(report)));
      for (const line of remarks) err(line);
    } else {
      out(`${report.files} files in ${report.folder}, computed by the ${report.backend} backend`);
      for (const line of ["", ...countTable(report), ...remarks]) out(line);
    }
    return count(report.results).failed === 0 ? 0 : 1;
  } catch (error) {
    err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function readOptions(args: readonly string[]): { json: boolean; help: boolean } {
  const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean" }, help: { type: "boolean" } } });
  return { json: values.json ?? false, help: values.help ?? false };
}

function replay(other: string | undefined): Report {
  const own = other === undefined || other === "";
  const folder = own ? new FixtureFolder(ownFixtures, "own fixtures") : new FixtureFolder(other, "RUSHLIGHT_GOLDEN");
  const report = runGolden(folder, registry, readDifferences(differencesFile));
  // Another folder need not hold every case that differs.
  return own ? report : { ...report, unknownDifferences: [] };
}
