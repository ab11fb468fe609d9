// npm run golden, pnpm golden [--json]: the table of the golden cases.
import { runGolden } from "./src/golden.js";
import { ready } from "./src/ready.js";

ready();
process.exitCode = await runGolden(process.argv.slice(2));
