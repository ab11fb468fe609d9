// npm test: every test of the workspace, then the table of the golden cases. Arguments go to Turborepo.
import { runGolden } from "./src/golden.js";
import { ready } from "./src/ready.js";
import { run } from "./src/run.js";
import { turbo } from "./src/workspace.js";

ready();
const tests = await run(turbo, ["run", "test", "--continue", ...process.argv.slice(2)]);
const golden = await runGolden([]);
process.exitCode = tests !== 0 ? tests : golden;
