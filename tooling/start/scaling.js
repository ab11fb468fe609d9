// npm run scaling -- [workload ...] [--page file]: how fast steps become with more cores, by a model; --help tells the rest.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { callerFolder, run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
const built = await build("@rushlight/bench...");
const program = join(root, "tooling", "bench", "dist", "scaling.js");
process.exitCode = built ? await run(program, process.argv.slice(2), { cwd: callerFolder }) : 1;
