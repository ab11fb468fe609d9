import { main } from "./main.ts";
import { suites } from "./suites/suites.ts";

// pnpm runs scripts in the package's folder and says here where it was called.
const folder = process.env.INIT_CWD ?? process.cwd();
process.exitCode = main(process.argv.slice(2), suites, { out: console.log, err: console.error, folder });
