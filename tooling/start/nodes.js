// npm run test:nodes [22 24 ...]: the tests of every package under other versions of Node, which npm provides.
import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { ready } from "./src/ready.js";
import { run } from "./src/run.js";
import { environment, turbo } from "./src/workspace.js";

ready();
const versions = process.argv.length > 2 ? process.argv.slice(2) : ["22", "24"];
/** @type {string[]} */
const failed = [];
for (const version of versions) {
  const { stdout, status } = spawnSync(
    "npm",
    ["exec", "--yes", `--package=node@${version}`, "--", "node", "-p", "process.execPath"],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], shell: process.platform === "win32" },
  );
  if (status !== 0) {
    failed.push(version);
    continue;
  }
  const node = stdout.trim().split("\n").at(-1) ?? "";
  const env = { ...environment, PATH: [dirname(node), environment.PATH].join(delimiter) };
  console.log(`Node ${version}: ${node}`);
  // The cache does not know one Node from another, so nothing is read from it or written to it.
  if ((await run(turbo, ["run", "test", "--continue", "--force", "--no-cache"], { env })) !== 0) failed.push(version);
}
console.log(failed.length === 0 ? `Passed on Node ${versions.join(", ")}.` : `Failed on Node ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
