// npm run regression -- ...: fits a curve, or a column of a table.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { callerFolder, run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
const application = join(root, "apps", "regression", "dist", "cli.js");
process.exitCode = (await build("@rushlight/regression..."))
  ? await run(application, process.argv.slice(2), { cwd: callerFolder, env: process.env })
  : 1;
