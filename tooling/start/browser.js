// npm run browser [-- --pictures FOLDER]: a bundled page that trains a network, in a browser that is installed.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { callerFolder, run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
const program = join(root, "tooling", "browser", "src", "main.js");
const built = await build("@rushlight/browser...");
process.exitCode = built ? await run(program, process.argv.slice(2), { cwd: callerFolder }) : 1;
