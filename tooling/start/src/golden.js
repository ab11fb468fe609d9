import { join, resolve } from "node:path";
import { build } from "./build.js";
import { callerFolder, run } from "./run.js";
import { environment, pnpm, root } from "./workspace.js";

/**
 * Compares every class with the numbers of the original.
 *
 * @param {readonly string[]} args for the runner: `--json` prints one JSON object and nothing else
 * @returns {Promise<number>} the runner's exit code
 */
export async function runGolden(args) {
  if (!(await build("@rushlight/golden..."))) return 1;
  const folder = environment.RUSHLIGHT_GOLDEN;
  // Set but empty means unset, as everywhere in a shell.
  const env = folder ? { ...environment, RUSHLIGHT_GOLDEN: resolve(callerFolder, folder) } : environment;
  return run(pnpm, ["--silent", "run", "golden", ...args], { cwd: join(root, "tooling", "golden"), env });
}
