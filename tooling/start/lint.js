// npm run lint calls this after Biome: ESLint over the whole workspace in parts, two at a time.
import { join } from "node:path";
import { lintParts } from "./src/lint.js";
import { run } from "./src/run.js";
import { packageFolders, root } from "./src/workspace.js";

const PARTS = 4;
const AT_A_TIME = 2;

const eslint = join(root, "node_modules", "eslint", "bin", "eslint.js");
const waiting = lintParts(root, packageFolders(root), PARTS);
/** @type {number[]} */
const codes = [];

async function work() {
  for (let paths = waiting.shift(); paths !== undefined; paths = waiting.shift()) {
    codes.push(await run(eslint, ["--max-warnings", "0", ...paths]));
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, work));
process.exitCode = Math.max(...codes);
