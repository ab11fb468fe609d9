// npm run smoke: the packages as a user gets them, from their tarballs.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
process.exitCode = (await build("./packages/*")) ? await run(join(root, "tooling", "smoke", "src", "smoke.js"), []) : 1;
