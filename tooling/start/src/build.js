import { spawn } from "node:child_process";
import { environment, root, turbo } from "./workspace.js";

/**
 * Builds packages, and what they need, where that is not done yet: one line on standard error for each that has to be
 * built, and the whole log when one fails.
 *
 * @param {...string} filters which packages, as Turborepo's `--filter` takes them
 * @returns {Promise<boolean>} whether all are built
 */
export function build(...filters) {
  const selected = filters.map((filter) => `--filter=${filter}`);
  const child = spawn(process.execPath, [turbo, "run", "build", "--output-logs=new-only", ...selected], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });

  let log = "";
  let announced = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      log += text;
      const built = [...log.matchAll(/^(\S+):build: cache (?:miss|bypass)/gm)];
      for (const [, name] of built.slice(announced)) console.error(`Building ${name} ...`);
      announced = built.length;
    });
  }

  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`The build did not start: ${error.message}`);
      resolve(false);
    });
    child.on("close", (status) => {
      if (status !== 0) process.stderr.write(log);
      resolve(status === 0);
    });
  });
}
