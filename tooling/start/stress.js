// npm run stress [seconds]: the heap under a small limit, for a minute with each kind of memory.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { run } from "./src/run.js";
import { environment, root } from "./src/workspace.js";

ready();
const [seconds = "60"] = process.argv.slice(2);
if (!(Number(seconds) > 0)) {
  console.error(`stress: expected a number of seconds, got ${seconds}`);
  process.exit(2);
}
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const env = { ...environment, RUSHLIGHT_STRESS_SECONDS: seconds };
const ended = (await build("@rushlight/wasm"))
  ? await run(vitest, ["run", "heapStress", "--reporter=verbose"], { cwd: join(root, "packages", "wasm"), env })
  : 1;
process.exitCode = ended;
