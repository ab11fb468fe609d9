// npm run convergence -- [problem ...] [--page file]: how many evaluations each optimiser needs; --help tells the rest.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { callerFolder, run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
const built = await build("@rushlight/convergence...");
const program = join(root, "tooling", "convergence", "dist", "cli.js");
process.exitCode = built ? await run(program, process.argv.slice(2), { cwd: callerFolder }) : 1;
