// npm run reference: writes docs/classes.md, which lists every class, from the documentation in the sources.
import { join } from "node:path";
import { ready } from "./src/ready.js";
import { run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
process.exitCode = await run(join(root, "tooling", "reference", "src", "main.js"), []);
