// npm run conformance -- [--page file]: what modules promise, checked for every class on every backend.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { callerFolder, run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
const built = await build("@rushlight/conformance...");
const program = join(root, "tooling", "conformance", "dist", "cli.js");
process.exitCode = built ? await run(program, process.argv.slice(2), { cwd: callerFolder }) : 1;
