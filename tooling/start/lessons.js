// npm run lessons -- ...: the five lessons, with their figures checked.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { callerFolder, run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
const application = join(root, "apps", "lessons", "dist", "cli.js");
process.exitCode = (await build("@rushlight/lessons..."))
  ? await run(application, process.argv.slice(2), { cwd: callerFolder, env: process.env })
  : 1;
